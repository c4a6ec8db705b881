import { strToU8, zipSync } from 'fflate'
import { utf16, utf8 } from './bytes'
import { workbook } from './workbook'

/** A file that cannot be taken, and every reason that is given for it. */
export interface Malformed {
  readonly name: string
  readonly bytes: Uint8Array
  readonly fr: readonly string[]
  readonly en: readonly string[]
}

const titles = ['code', 'population', 'value', 'qualifier', 'passage']
const good = ['usage.any', 'french', 48, 'exact', 'growing use']
const header = titles.join(',')
const line = good.join(',')
const table = (...lines: readonly string[]) => [header, ...lines].join('\n')
const csv = (...lines: readonly string[]) => utf8(lines.join('\n'))
const archive = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

export const malformed: readonly Malformed[] = [
  {
    name: 'an empty file',
    bytes: utf8(''),
    fr: ['Fichier : Le fichier est vide. Vérifiez que vous avez choisi le bon.'],
    en: ['File: The file is empty. Check that you chose the right one.'],
  },
  {
    name: 'nothing but empty lines',
    bytes: utf8('\n \n\t\n'),
    fr: ['Fichier : Le fichier est vide. Vérifiez que vous avez choisi le bon.'],
    en: ['File: The file is empty. Check that you chose the right one.'],
  },
  {
    name: 'more than two megabytes',
    bytes: new Uint8Array(2_000_001).fill(65),
    fr: ['Fichier : Le fichier dépasse 2 Mo. Gardez-y seulement le tableau des chiffres.'],
    en: ['File: The file is larger than 2 MB. Keep only the table of figures in it.'],
  },
  {
    name: 'an old workbook of Excel',
    bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    fr: [
      'Fichier : C’est un classeur dans un autre format d’Excel (.xls ou .xlsb). Enregistrez-le au format .xlsx, puis recommencez.',
    ],
    en: [
      'File: This is a workbook in another format of Excel (.xls or .xlsb). Save it as .xlsx, then try again.',
    ],
  },
  {
    name: 'a workbook with a password',
    bytes: Uint8Array.of(
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...utf16('EncryptedPackage', 'little').subarray(2),
    ),
    fr: ['Fichier : Le classeur est protégé par un mot de passe. Enlevez le mot de passe, puis recommencez.'],
    en: ['File: The workbook is protected by a password. Remove the password, then try again.'],
  },
  {
    name: 'a workbook with macros',
    bytes: workbook([{ rows: [] }], { 'xl/vbaProject.bin': 'x' }),
    fr: ['Fichier : Le classeur contient des macros. Enregistrez-le au format .xlsx, sans macros.'],
    en: ['File: The workbook contains macros. Save it as .xlsx, without macros.'],
  },
  {
    name: 'a binary workbook',
    bytes: archive({ 'xl/workbook.bin': 'x' }),
    fr: [
      'Fichier : C’est un classeur dans un autre format d’Excel (.xls ou .xlsb). Enregistrez-le au format .xlsx, puis recommencez.',
    ],
    en: [
      'File: This is a workbook in another format of Excel (.xls or .xlsb). Save it as .xlsx, then try again.',
    ],
  },
  {
    name: 'an OpenDocument file',
    bytes: archive({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
    fr: [
      'Fichier : C’est un fichier OpenDocument, par exemple .ods. Enregistrez-le au format .xlsx ou .csv.',
    ],
    en: ['File: This is an OpenDocument file, such as .ods. Save it as .xlsx or .csv.'],
  },
  {
    name: 'another archive',
    bytes: archive({ 'letter.txt': 'Bonjour' }),
    fr: ['Fichier : Cette archive n’est pas un classeur Excel. Choisissez un fichier .csv, .xlsx ou .json.'],
    en: ['File: This archive is not an Excel workbook. Choose a .csv, .xlsx or .json file.'],
  },
  {
    name: 'half an archive',
    bytes: workbook([{ rows: [titles, good] }]).subarray(0, 400),
    fr: [
      'Fichier : Le classeur est abîmé et ne peut pas être lu. Ouvrez-le dans un tableur, enregistrez-le à nouveau, puis recommencez.',
    ],
    en: [
      'File: The workbook is damaged and cannot be read. Open it in a spreadsheet program, save it again, then try again.',
    ],
  },
  {
    name: 'a workbook whose sheet is cut',
    bytes: workbook([{ rows: [titles, good] }], {
      'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1">',
    }),
    fr: [
      'Fichier : Le classeur est abîmé et ne peut pas être lu. Ouvrez-le dans un tableur, enregistrez-le à nouveau, puis recommencez.',
    ],
    en: [
      'File: The workbook is damaged and cannot be read. Open it in a spreadsheet program, save it again, then try again.',
    ],
  },
  {
    name: 'a workbook with a document type',
    bytes: workbook([{ rows: [titles] }], {
      'xl/sharedStrings.xml': '<!DOCTYPE sst [<!ENTITY a "b">]><sst/>',
    }),
    fr: [
      'Fichier : Le classeur est abîmé et ne peut pas être lu. Ouvrez-le dans un tableur, enregistrez-le à nouveau, puis recommencez.',
    ],
    en: [
      'File: The workbook is damaged and cannot be read. Open it in a spreadsheet program, save it again, then try again.',
    ],
  },
  {
    name: 'an archive that would fill the memory',
    bytes: workbook([{ rows: [titles] }], { 'xl/worksheets/sheet1.xml': ' '.repeat(20_000_001) }),
    fr: [
      'Fichier : Une fois décompressé, le classeur dépasse 20 Mo. Copiez le tableau des chiffres dans un nouveau classeur.',
    ],
    en: [
      'File: Once unpacked, the workbook is larger than 20 MB. Copy the table of figures into a new workbook.',
    ],
  },
  {
    name: 'an empty workbook',
    bytes: workbook([{ rows: [] }]),
    fr: ['Fichier : Le fichier est vide. Vérifiez que vous avez choisi le bon.'],
    en: ['File: The file is empty. Check that you chose the right one.'],
  },
  {
    name: 'a PDF',
    bytes: utf8('%PDF-1.7\n'),
    fr: [
      'Fichier : C’est un PDF. Copiez le tableau dans un tableur, puis enregistrez-le au format .xlsx ou .csv.',
    ],
    en: ['File: This is a PDF. Copy the table into a spreadsheet program, then save it as .xlsx or .csv.'],
  },
  {
    name: 'a web page under the name of a table',
    bytes: utf8('<!DOCTYPE html>\n<table><tr><td>48</td></tr></table>'),
    fr: [
      'Fichier : C’est une page web ou un fichier XML, même s’il porte un autre nom. Enregistrez le tableau au format .xlsx ou .csv.',
    ],
    en: [
      'File: This is a web page or an XML file, even if its name says otherwise. Save the table as .xlsx or .csv.',
    ],
  },
  {
    name: 'a picture',
    bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
    fr: [
      'Fichier : Ce fichier n’est ni un texte ni un classeur. Choisissez un fichier .csv, .xlsx ou .json.',
    ],
    en: ['File: This file is neither a text nor a workbook. Choose a .csv, .xlsx or .json file.'],
  },
  {
    name: 'half a character of UTF-16',
    bytes: utf16(table(line), 'little').subarray(0, 31),
    fr: [
      'Fichier : Ce fichier n’est ni un texte ni un classeur. Choisissez un fichier .csv, .xlsx ou .json.',
    ],
    en: ['File: This file is neither a text nor a workbook. Choose a .csv, .xlsx or .json file.'],
  },
  {
    name: 'JSON with a comma too many',
    bytes: utf8('[{"code": "usage.any",}]'),
    fr: [
      'Fichier : Le JSON n’est pas valide. Cherchez une virgule en trop, ou un guillemet, un crochet ou une accolade qui manque.',
    ],
    en: [
      'File: The JSON is not valid. Look for an extra comma, or for a missing quotation mark, bracket or brace.',
    ],
  },
  {
    name: 'JSON without figures',
    bytes: utf8('{"waves": ["2025-12"]}'),
    fr: [
      'Fichier : Le JSON ne contient pas de liste de chiffres. Il faut une liste d’objets, ou un objet dont « figures » est cette liste.',
    ],
    en: [
      'File: The JSON contains no list of figures. It must be a list of objects, or an object in which “figures” is that list.',
    ],
  },
  {
    name: 'a quotation mark that never closes',
    bytes: csv(header, line, 'usage.intend,french,14,exact,"growing use'),
    fr: [
      'Ligne 3 : Un guillemet s’ouvre ici et n’est jamais fermé. Fermez-le, ou doublez-le s’il fait partie du texte.',
    ],
    en: [
      'Line 3: A quotation mark opens here and never closes. Close it, or double it if it belongs to the text.',
    ],
  },
  {
    name: 'more lines than any survey',
    bytes: csv(header, ...Array.from({ length: 20_000 }, () => line)),
    fr: ['Fichier : Le tableau dépasse 20 000 lignes. Gardez seulement celles des chiffres.'],
    en: ['File: The table has more than 20,000 lines. Keep only those with figures.'],
  },
  {
    name: 'lines beyond all bounds',
    bytes: utf8(`${header}\n${',,,,\n'.repeat(40_001)}${line}`),
    fr: ['Fichier : Le tableau dépasse 20 000 lignes. Gardez seulement celles des chiffres.'],
    en: ['File: The table has more than 20,000 lines. Keep only those with figures.'],
  },
  {
    name: 'more columns than any survey',
    bytes: csv(`${header}${',x'.repeat(196)}`, `${line}${',y'.repeat(196)}`),
    fr: ['Fichier : Le tableau dépasse 200 colonnes. Gardez seulement celles qui décrivent les chiffres.'],
    en: ['File: The table has more than 200 columns. Keep only those that describe the figures.'],
  },
  {
    name: 'a cell as long as a book',
    bytes: csv(header, `usage.any,french,48,exact,${'a'.repeat(2_001)}`),
    fr: [
      'Ligne 2, colonne « 5 » : La cellule contient 2 001 caractères, et le maximum est 2 000. Il manque peut-être un guillemet.',
    ],
    en: [
      'Line 2, column “5”: The cell contains 2,001 characters, and the most is 2,000. A quotation mark may be missing.',
    ],
  },
  {
    name: 'no titles',
    bytes: csv(line, 'usage.intend,french,14,exact,growing use'),
    fr: [
      'Fichier : Aucune ligne de titres n’a été reconnue. Il faut une colonne de pourcentages et une colonne qui dit de quoi ils parlent, par exemple « code », « population » et « value ».',
    ],
    en: [
      'File: No row of titles was recognised. There must be a column of percentages and a column that says what they are about, for example “code”, “population” and “value”.',
    ],
  },
  {
    name: 'prose',
    bytes: utf8('Bonjour,\nvoici les chiffres de la vague, bien à vous.'),
    fr: [
      'Fichier : Aucune ligne de titres n’a été reconnue. Il faut une colonne de pourcentages et une colonne qui dit de quoi ils parlent, par exemple « code », « population » et « value ».',
    ],
    en: [
      'File: No row of titles was recognised. There must be a column of percentages and a column that says what they are about, for example “code”, “population” and “value”.',
    ],
  },
  {
    name: 'titles and nothing below',
    bytes: csv(header),
    fr: ['Fichier : Le tableau a des titres, mais aucun chiffre.'],
    en: ['File: The table has titles, but no figures.'],
  },
  {
    name: 'no column of populations and no passage',
    bytes: csv('code,value', 'usage.any,48'),
    fr: [
      'Colonne « population » : La colonne « population » manque. Ajoutez-la.',
      'Colonne « passage » : La colonne « passage » manque. Ajoutez-la.',
    ],
    en: [
      'Column “population”: The column “population” is missing. Add it.',
      'Column “passage”: The column “passage” is missing. Add it.',
    ],
  },
  {
    name: 'two columns of the same',
    bytes: csv('code,population,value,pourcentage,qualifier,passage', 'usage.any,french,48,47,exact,p'),
    fr: [
      'Colonne « value » : Ces colonnes semblent contenir la même chose : value, pourcentage. Gardez-en une, ou donnez-leur des titres différents.',
    ],
    en: [
      'Column “value”: These columns seem to hold the same thing: value, pourcentage. Keep one of them, or give them different titles.',
    ],
  },
  {
    name: 'shares instead of percentages',
    bytes: csv(header, 'usage.any,french,0.48,exact,p', 'usage.intend,french,0.14,exact,p'),
    fr: [
      'Colonne « value » : Toutes les valeurs sont entre 0 et 1. Ce sont sans doute des parts et non des pourcentages : multipliez-les par 100. Sinon, ajoutez le signe « % » à chacune.',
    ],
    en: [
      'Column “value”: All values are between 0 and 1. They are probably shares, not percentages: multiply them by 100. If not, add the sign “%” to each.',
    ],
  },
  {
    name: 'a decimal comma between commas',
    bytes: csv(header, 'usage.any,french,48,5,exact,p'),
    fr: [
      'Ligne 2 : La ligne a 6 cellules, et le tableau 5 colonnes. Un nombre ou un texte contient sans doute le séparateur : mettez-le entre guillemets.',
    ],
    en: [
      'Line 2: The line has 6 cells, and the table 5 columns. A number or a text probably contains the separator: put it between quotation marks.',
    ],
  },
  {
    name: 'a line that is cut',
    bytes: csv(header, 'usage.any,french,48', line.replace('usage.any', 'usage.intend')),
    fr: [
      'Ligne 2 : La ligne a 3 cellules, et le tableau 5 colonnes. Il manque sans doute un séparateur, ou un texte est coupé par un retour à la ligne.',
    ],
    en: [
      'Line 2: The line has 3 cells, and the table 5 columns. A separator is probably missing, or a text is cut by a line break.',
    ],
  },
  {
    name: 'an empty cell where the code stands',
    bytes: csv(header, ',french,48,exact,p'),
    fr: [
      'Ligne 2, colonne « code » : La cellule est vide, alors que cette colonne doit être remplie à chaque ligne. Dans le tableau d’origine, elle était peut-être fusionnée avec une autre.',
    ],
    en: [
      'Line 2, column “code”: The cell is empty, but this column must be filled in every line. In the original table it may have been merged with another.',
    ],
  },
  {
    name: 'empty cells in all the others',
    bytes: csv(header, 'usage.any,,,,'),
    fr: [
      'Ligne 2, colonne « population » : La cellule est vide, alors que cette colonne doit être remplie à chaque ligne. Dans le tableau d’origine, elle était peut-être fusionnée avec une autre.',
      'Ligne 2, colonne « value » : Il n’y a pas de valeur. Écrivez le pourcentage, ou supprimez la ligne s’il n’a pas été publié.',
      'Ligne 2, colonne « qualifier » : La cellule est vide, alors que cette colonne doit être remplie à chaque ligne. Dans le tableau d’origine, elle était peut-être fusionnée avec une autre.',
      'Ligne 2, colonne « passage » : La cellule est vide, alors que cette colonne doit être remplie à chaque ligne. Dans le tableau d’origine, elle était peut-être fusionnée avec une autre.',
    ],
    en: [
      'Line 2, column “population”: The cell is empty, but this column must be filled in every line. In the original table it may have been merged with another.',
      'Line 2, column “value”: There is no value. Write the percentage, or delete the line if it was not published.',
      'Line 2, column “qualifier”: The cell is empty, but this column must be filled in every line. In the original table it may have been merged with another.',
      'Line 2, column “passage”: The cell is empty, but this column must be filled in every line. In the original table it may have been merged with another.',
    ],
  },
  {
    name: 'one value for two rows',
    bytes: workbook([
      { rows: [titles, good, ['usage.intend', 'french', null, 'exact', 'p']], merged: ['C2:C3'] },
    ]),
    fr: [
      'Cellule C3, colonne « value » : « 48 » vient d’une cellule fusionnée, et on ne sait pas à quelle ligne ou colonne cette valeur appartient. Séparez les cellules.',
    ],
    en: [
      'Cell C3, column “value”: “48” comes from a merged cell, and nobody can tell to which row or column this value belongs. Split the cells.',
    ],
  },
  {
    name: 'formulas without results',
    bytes: csv(header, 'usage.any,french,=B2*100,exact,p'),
    fr: [
      'Ligne 2, colonne « value » : « =B2*100 » est une formule sans résultat. Remplacez-la par sa valeur.',
    ],
    en: ['Line 2, column “value”: “=B2*100” is a formula without a result. Replace it with its value.'],
  },
  {
    name: 'a formula of a workbook that was never computed',
    bytes: workbook([{ rows: [titles, ['usage.any', 'french', { formula: 'B2/B3' }, 'exact', 'p']] }]),
    fr: ['Cellule C2, colonne « value » : « = » est une formule sans résultat. Remplacez-la par sa valeur.'],
    en: ['Cell C2, column “value”: “=” is a formula without a result. Replace it with its value.'],
  },
  {
    name: 'what a formula failed with',
    bytes: csv(header, 'usage.any,french,#REF!,exact,p', 'usage.intend,french,14,exact,#N/A'),
    fr: [
      'Ligne 2, colonne « value » : « #REF! » est une erreur de formule. Corrigez-la dans le tableur, ou écrivez la valeur.',
      'Ligne 3, colonne « passage » : « #N/A » est une erreur de formule. Corrigez-la dans le tableur, ou écrivez la valeur.',
    ],
    en: [
      'Line 2, column “value”: “#REF!” is a formula error. Correct it in the spreadsheet program, or write the value.',
      'Line 3, column “passage”: “#N/A” is a formula error. Correct it in the spreadsheet program, or write the value.',
    ],
  },
  {
    name: 'an error in a cell of a workbook',
    bytes: workbook([{ rows: [titles, ['usage.any', 'french', { error: '#DIV/0!' }, 'exact', 'p']] }]),
    fr: [
      'Cellule C2, colonne « value » : « #DIV/0! » est une erreur de formule. Corrigez-la dans le tableur, ou écrivez la valeur.',
    ],
    en: [
      'Cell C2, column “value”: “#DIV/0!” is a formula error. Correct it in the spreadsheet program, or write the value.',
    ],
  },
  {
    name: 'a label that is nearly known',
    bytes: csv(header, 'Plateforme de rendez-vous,french,25,exact,p'),
    fr: [
      'Ligne 2, colonne « code » : « Plateforme de rendez-vous » n’est ni un code ni un libellé connu. Codes les plus proches : usage.appointmentPlatforms, trust.appointmentPlatforms, effectiveness.appointmentPlatforms.',
    ],
    en: [
      'Line 2, column “code”: “Plateforme de rendez-vous” is neither a code nor a label that is known. Nearest codes: usage.appointmentPlatforms, trust.appointmentPlatforms, effectiveness.appointmentPlatforms.',
    ],
  },
  {
    name: 'a label that is like nothing',
    bytes: csv(header, 'Zzz,french,25,exact,p'),
    fr: ['Ligne 2, colonne « code » : « Zzz » n’est ni un code ni un libellé connu. Écrivez le code.'],
    en: ['Line 2, column “code”: “Zzz” is neither a code nor a label that is known. Write the code.'],
  },
  {
    name: 'a label of several codes',
    bytes: csv(header, 'Téléconsultation,french,13,exact,p'),
    fr: [
      'Ligne 2, colonne « code » : « Téléconsultation » peut désigner plusieurs codes : effectiveness.teleconsultation, trust.teleconsultation, usage.teleconsultation. Écrivez celui qui convient.',
    ],
    en: [
      'Line 2, column “code”: “Téléconsultation” may stand for several codes: effectiveness.teleconsultation, trust.teleconsultation, usage.teleconsultation. Write the right one.',
    ],
  },
  {
    name: 'those who do not know',
    bytes: csv(header, 'NSP,french,6,exact,p'),
    fr: [
      'Ligne 2, colonne « code » : « NSP » compte les personnes sans réponse. Supprimez la ligne ou, pour la montrer comme contexte, donnez-lui un code et un énoncé.',
    ],
    en: [
      'Line 2, column “code”: “NSP” counts people without an answer. Delete the line or, to show it as context, give it a code and a statement.',
    ],
  },
  {
    name: 'a code that is not known, without words',
    bytes: csv(header, 'usage.teleconsultations,french,13,exact,p', 'mood.good,french,60,exact,p'),
    fr: [
      'Ligne 2, colonne « code » : Le code « usage.teleconsultations » n’est pas connu. Codes les plus proches : usage.teleconsultation, trust.teleconsultation, effectiveness.teleconsultation. Pour montrer ce chiffre comme contexte, remplissez « statement_fr » et « statement_en ».',
      'Ligne 3, colonne « code » : Le code « mood.good » n’est pas connu. Aucun code ne lui ressemble. Pour montrer ce chiffre comme contexte, remplissez « statement_fr » et « statement_en ».',
    ],
    en: [
      'Line 2, column “code”: The code “usage.teleconsultations” is not known. Nearest codes: usage.teleconsultation, trust.teleconsultation, effectiveness.teleconsultation. To show this figure as context, fill in “statement_fr” and “statement_en”.',
      'Line 3, column “code”: The code “mood.good” is not known. No code looks like it. To show this figure as context, fill in “statement_fr” and “statement_en”.',
    ],
  },
  {
    name: 'a population that is not known, without words',
    bytes: csv(header, 'usage.any,under_25,52,exact,p', 'usage.any,women,49,exact,p'),
    fr: [
      'Ligne 2, colonne « population » : La population « under_25 » n’est pas connue. Codes les plus proches : under_35. Pour montrer ce chiffre comme contexte, remplissez « population_fr » et « population_en ».',
      'Ligne 3, colonne « population » : La population « women » n’est pas connue. Aucun code ne lui ressemble. Pour montrer ce chiffre comme contexte, remplissez « population_fr » et « population_en ».',
    ],
    en: [
      'Line 2, column “population”: The population “under_25” is not known. Nearest codes: under_35. To show this figure as context, fill in “population_fr” and “population_en”.',
      'Line 3, column “population”: The population “women” is not known. No code looks like it. To show this figure as context, fill in “population_fr” and “population_en”.',
    ],
  },
  {
    name: 'a label of a population that is nearly known',
    bytes: csv(header, 'usage.any,Moins de 36 ans,52,exact,p'),
    fr: [
      'Ligne 2, colonne « population » : « Moins de 36 ans » n’est ni un code ni un libellé connu. Codes les plus proches : under_35.',
    ],
    en: [
      'Line 2, column “population”: “Moins de 36 ans” is neither a code nor a label that is known. Nearest codes: under_35.',
    ],
  },
  {
    name: 'words in one language',
    bytes: csv(
      `${header},statement_fr,population_en`,
      'mood.good,french,60,exact,p,vont bien,',
      'usage.any,women,60,exact,p,,women',
    ),
    fr: [
      'Ligne 2, colonne « statement_en » : « statement_fr » est rempli, mais pas « statement_en ». Il faut le texte dans les deux langues.',
      'Ligne 3, colonne « population_fr » : « population_en » est rempli, mais pas « population_fr ». Il faut le texte dans les deux langues.',
    ],
    en: [
      'Line 2, column “statement_en”: “statement_fr” is filled in, but not “statement_en”. The text is needed in both languages.',
      'Line 3, column “population_fr”: “population_en” is filled in, but not “population_fr”. The text is needed in both languages.',
    ],
  },
  {
    name: 'a source of another wave',
    bytes: csv(`${header},source`, `${line},ifop-2019`),
    fr: [
      'Ligne 2, colonne « source » : « ifop-2019 » n’est pas une source de cette vague. Sources connues : dsih-6110.',
    ],
    en: ['Line 2, column “source”: “ifop-2019” is not a source of this wave. Known sources: dsih-6110.'],
  },
  {
    name: 'choices that do not exist',
    bytes: csv(`${header},status,time_frame,mode`, 'usage.any,french,48,roughly,p,secret,past,pigeon'),
    fr: [
      'Ligne 2, colonne « qualifier » : « roughly » n’est pas un choix possible. Choix possibles : exact, about, more_than.',
      'Ligne 2, colonne « status » : « secret » n’est pas un choix possible. Choix possibles : published, disputed, superseded.',
      'Ligne 2, colonne « time_frame » : « past » n’est pas un choix possible. Choix possibles : now, ever, unclear.',
      'Ligne 2, colonne « mode » : « pigeon » n’est pas un choix possible. Choix possibles : online, telephone, face_to_face, paper, mixed.',
    ],
    en: [
      'Line 2, column “qualifier”: “roughly” is not a possible choice. Possible choices: exact, about, more_than.',
      'Line 2, column “status”: “secret” is not a possible choice. Possible choices: published, disputed, superseded.',
      'Line 2, column “time_frame”: “past” is not a possible choice. Possible choices: now, ever, unclear.',
      'Line 2, column “mode”: “pigeon” is not a possible choice. Possible choices: online, telephone, face_to_face, paper, mixed.',
    ],
  },
  {
    name: 'no value',
    bytes: csv(header, 'usage.any,french,,exact,p'),
    fr: [
      'Ligne 2, colonne « value » : Il n’y a pas de valeur. Écrivez le pourcentage, ou supprimez la ligne s’il n’a pas été publié.',
    ],
    en: [
      'Line 2, column “value”: There is no value. Write the percentage, or delete the line if it was not published.',
    ],
  },
  {
    name: 'less than what is rounded',
    bytes: csv(
      header,
      'usage.any,french,<1,exact,p',
      'usage.intend,french,*,exact,p',
      'usage.connectedDevices,french,moins de 1 %,exact,p',
    ),
    fr: [
      'Ligne 2, colonne « value » : « <1 » veut dire que la valeur est trop petite pour être arrondie : aucun nombre ne peut être enregistré. Supprimez la ligne, ou écrivez la valeur exacte si elle est publiée.',
      'Ligne 3, colonne « value » : « * » veut dire que la valeur est trop petite pour être arrondie : aucun nombre ne peut être enregistré. Supprimez la ligne, ou écrivez la valeur exacte si elle est publiée.',
      'Ligne 4, colonne « value » : « moins de 1 % » veut dire que la valeur est trop petite pour être arrondie : aucun nombre ne peut être enregistré. Supprimez la ligne, ou écrivez la valeur exacte si elle est publiée.',
    ],
    en: [
      'Line 2, column “value”: “<1” means that the value is too small to be rounded: no number can be stored. Delete the line, or write the exact value if it was published.',
      'Line 3, column “value”: “*” means that the value is too small to be rounded: no number can be stored. Delete the line, or write the exact value if it was published.',
      'Line 4, column “value”: “moins de 1 %” means that the value is too small to be rounded: no number can be stored. Delete the line, or write the exact value if it was published.',
    ],
  },
  {
    name: 'words for no value',
    bytes: csv(
      header,
      'usage.any,french,NSP,exact,p',
      'usage.intend,french,DK,exact,p',
      'usage.connectedDevices,french,-,exact,p',
      'usage.addictionApps,french,n.d.,exact,p',
    ),
    fr: [
      'Ligne 2, colonne « value » : « NSP » veut dire qu’aucune valeur n’a été publiée. Supprimez la ligne.',
      'Ligne 3, colonne « value » : « DK » veut dire qu’aucune valeur n’a été publiée. Supprimez la ligne.',
      'Ligne 4, colonne « value » : « - » veut dire qu’aucune valeur n’a été publiée. Supprimez la ligne.',
      'Ligne 5, colonne « value » : « n.d. » veut dire qu’aucune valeur n’a été publiée. Supprimez la ligne.',
    ],
    en: [
      'Line 2, column “value”: “NSP” means that no value was published. Delete the line.',
      'Line 3, column “value”: “DK” means that no value was published. Delete the line.',
      'Line 4, column “value”: “-” means that no value was published. Delete the line.',
      'Line 5, column “value”: “n.d.” means that no value was published. Delete the line.',
    ],
  },
  {
    name: 'yes and no',
    bytes: workbook([{ rows: [titles, ['usage.any', 'french', true, 'exact', 'p']] }]),
    fr: [
      'Cellule C2, colonne « value » : « TRUE » est une valeur logique (vrai ou faux), pas un pourcentage. Écrivez le nombre.',
    ],
    en: [
      'Cell C2, column “value”: “TRUE” is a logical value (true or false), not a percentage. Write the number.',
    ],
  },
  {
    name: 'a number that became a date',
    bytes: workbook([{ rows: [titles, ['usage.any', 'french', { serial: 46154 }, 'exact', 'p']] }]),
    fr: [
      'Cellule C2, colonne « value » : « 2026-05-12 » est une date. Le tableur a sans doute transformé un nombre, par exemple 12.5 en 12 mai : écrivez le pourcentage dans une cellule au format nombre.',
    ],
    en: [
      'Cell C2, column “value”: “2026-05-12” is a date. The spreadsheet program has probably changed a number, for example 12.5 into 12 May: write the percentage in a cell formatted as a number.',
    ],
  },
  {
    name: 'a date in a text',
    bytes: csv(header, 'usage.any,french,12/05/2026,exact,p'),
    fr: [
      'Ligne 2, colonne « value » : « 12/05/2026 » est une date. Le tableur a sans doute transformé un nombre, par exemple 12.5 en 12 mai : écrivez le pourcentage dans une cellule au format nombre.',
    ],
    en: [
      'Line 2, column “value”: “12/05/2026” is a date. The spreadsheet program has probably changed a number, for example 12.5 into 12 May: write the percentage in a cell formatted as a number.',
    ],
  },
  {
    name: 'two numbers in a cell',
    bytes: csv(header, 'usage.any,french,45-51,exact,p', 'usage.intend,french,12 à 14 %,exact,p'),
    fr: [
      'Ligne 2, colonne « value » : « 45-51 » contient plusieurs nombres. Écrivez un seul pourcentage ; un intervalle va dans « interval_low » et « interval_high ».',
      'Ligne 3, colonne « value » : « 12 à 14 % » contient plusieurs nombres. Écrivez un seul pourcentage ; un intervalle va dans « interval_low » et « interval_high ».',
    ],
    en: [
      'Line 2, column “value”: “45-51” contains several numbers. Write one percentage only; an interval goes into “interval_low” and “interval_high”.',
      'Line 3, column “value”: “12 à 14 %” contains several numbers. Write one percentage only; an interval goes into “interval_low” and “interval_high”.',
    ],
  },
  {
    name: 'numbers for programs',
    bytes: csv(
      header,
      'usage.any,french,1e1,exact,p',
      'usage.intend,french,0x1,exact,p',
      'usage.connectedDevices,french,48;5,exact,p',
    ),
    fr: [
      'Ligne 2, colonne « value » : « 1e1 » n’est pas un nombre de 0 à 100.',
      'Ligne 3, colonne « value » : « 0x1 » n’est pas un nombre de 0 à 100.',
      'Ligne 4, colonne « value » : « 48;5 » n’est pas un nombre de 0 à 100.',
    ],
    en: [
      'Line 2, column “value”: “1e1” is not a number from 0 to 100.',
      'Line 3, column “value”: “0x1” is not a number from 0 to 100.',
      'Line 4, column “value”: “48;5” is not a number from 0 to 100.',
    ],
  },
  {
    name: 'a count instead of a percentage',
    bytes: csv(header, 'usage.any,french,1003,exact,p', 'usage.intend,french,-3,exact,p'),
    fr: [
      'Ligne 2, colonne « value » : « 1003 » n’est pas entre 0 et 100. C’est peut-être un effectif, ou un pourcentage multiplié par 100.',
      'Ligne 3, colonne « value » : « -3 » n’est pas entre 0 et 100. C’est peut-être un effectif, ou un pourcentage multiplié par 100.',
    ],
    en: [
      'Line 2, column “value”: “1003” is not between 0 and 100. It may be a count, or a percentage multiplied by 100.',
      'Line 3, column “value”: “-3” is not between 0 and 100. It may be a count, or a percentage multiplied by 100.',
    ],
  },
  {
    name: 'bases that count nobody',
    bytes: csv(
      `${header},base_n`,
      `${line},0`,
      'usage.intend,french,14,exact,p,12.5',
      'usage.connectedDevices,french,21,exact,p,many',
    ),
    fr: [
      'Ligne 2, colonne « base_n » : « 0 » n’est pas un nombre entier de personnes, 1 ou plus.',
      'Ligne 3, colonne « base_n » : « 12.5 » n’est pas un nombre entier de personnes, 1 ou plus.',
      'Ligne 4, colonne « base_n » : « many » n’est pas un nombre entier de personnes, 1 ou plus.',
    ],
    en: [
      'Line 2, column “base_n”: “0” is not a whole number of people, 1 or more.',
      'Line 3, column “base_n”: “12.5” is not a whole number of people, 1 or more.',
      'Line 4, column “base_n”: “many” is not a whole number of people, 1 or more.',
    ],
  },
  {
    name: 'days that the calendar does not have',
    bytes: csv(
      `${header},field_start,field_end`,
      `${line},2025-02-30,12/31/2025`,
      'usage.intend,french,14,exact,p,hier,',
    ),
    fr: [
      'Ligne 2, colonne « field_start » : « 2025-02-30 » n’est pas une date. Écrivez par exemple 2025-12-31 ou 31/12/2025.',
      'Ligne 2, colonne « field_end » : Dans « 12/31/2025 », le mois est écrit avant le jour. Écrivez par exemple 2025-12-31 ou 31/12/2025.',
      'Ligne 3, colonne « field_start » : « hier » n’est pas une date. Écrivez par exemple 2025-12-31 ou 31/12/2025.',
    ],
    en: [
      'Line 2, column “field_start”: “2025-02-30” is not a date. Write 2025-12-31 or 31/12/2025, for example.',
      'Line 2, column “field_end”: In “12/31/2025”, the month is written before the day. Write 2025-12-31 or 31/12/2025, for example.',
      'Line 3, column “field_start”: “hier” is not a date. Write 2025-12-31 or 31/12/2025, for example.',
    ],
  },
  {
    name: 'a survey that ends before it begins',
    bytes: csv(`${header},field_start,field_end`, `${line},2025-11-20,2025-11-12`),
    fr: [
      'Ligne 2, colonne « field_end » : L’enquête finirait le 2025-11-12, avant de commencer le 2025-11-20. Les deux dates sont sans doute inversées.',
    ],
    en: [
      'Line 2, column “field_end”: The survey would end on 2025-11-12, before it begins on 2025-11-20. The two dates are probably swapped.',
    ],
  },
  {
    name: 'half an interval, and one elsewhere',
    bytes: csv(`${header},interval_low,interval_high`, `${line},45,`, 'usage.intend,french,14,exact,p,16,12'),
    fr: [
      'Ligne 2, colonne « interval_high » : Il manque une borne de l’intervalle. Donnez les deux, ou aucune.',
      'Ligne 3, colonne « interval_low » : La valeur 14 n’est pas dans l’intervalle de 16 à 12. Les bornes sont peut-être inversées.',
    ],
    en: [
      'Line 2, column “interval_high”: One end of the interval is missing. Give both, or none.',
      'Line 3, column “interval_low”: The value 14 is not in the interval from 16 to 12. The ends may be swapped.',
    ],
  },
  {
    name: 'a word that its column contradicts',
    bytes: csv(header, 'usage.any,french,environ 48,exact,p'),
    fr: [
      'Ligne 2, colonne « value » : « environ 48 » veut dire « about », mais la colonne « qualifier » dit « exact ». Corrigez l’un des deux.',
    ],
    en: [
      'Line 2, column “value”: “environ 48” means “about”, but the column “qualifier” says “exact”. Correct one of them.',
    ],
  },
  {
    name: 'one figure with two values',
    bytes: csv(header, line, 'usage.any,french,49,about,growing use'),
    fr: [
      'Ligne 3, colonne « value » : Le chiffre « usage.any » pour « french » est déjà à la ligne 2, et diffère : value, qualifier. Gardez une seule des deux lignes.',
    ],
    en: [
      'Line 3, column “value”: The figure “usage.any” for “french” is already in line 2, and differs: value, qualifier. Keep only one of the two lines.',
    ],
  },
  {
    name: 'one indicator with two time frames',
    bytes: csv(
      `${header},time_frame`,
      `${line},now`,
      'usage.any,under_35,52,exact,p,ever',
      'usage.any,35_and_over,45,exact,p,',
    ),
    fr: [
      'Ligne 3, colonne « time_frame » : Le « time_frame » de « usage.any » est « ever » ici, et « now » à la ligne 2. Un indicateur n’en a qu’un.',
      'Ligne 4, colonne « time_frame » : Le « time_frame » de « usage.any » est vide ici, et « now » à la ligne 2. Un indicateur n’en a qu’un.',
    ],
    en: [
      'Line 3, column “time_frame”: The “time_frame” of “usage.any” is “ever” here, and “now” in line 2. An indicator has only one.',
      'Line 4, column “time_frame”: The “time_frame” of “usage.any” is empty here, and “now” in line 2. An indicator has only one.',
    ],
  },
  {
    name: 'one code with two statements',
    bytes: csv(
      `${header},statement_fr,statement_en`,
      'mood.good,french,60,exact,p,vont bien,are well',
      'mood.good,under_35,50,exact,p,vont mal,are unwell',
    ),
    fr: [
      'Ligne 3, colonne « statement_fr » : « mood.good » dit ici « vont mal », et « vont bien » à la ligne 2. Un code n’a qu’un énoncé.',
    ],
    en: [
      'Line 3, column “statement_fr”: “mood.good” says “vont mal” here, and “vont bien” in line 2. A code has only one statement.',
    ],
  },
  {
    name: 'two figures of one address',
    bytes: csv(
      `${header},statement_fr,statement_en`,
      'mood.very-good,french,12,exact,p,vont bien,are well',
      'mood.very.good,french,13,exact,p,vont mieux,are better',
    ),
    fr: [
      'Ligne 3, colonne « code » : « mood.very.good » (french) aurait la même adresse que « mood.very-good » (french). Donnez-lui un code qui diffère par autre chose que des points et des tirets.',
    ],
    en: [
      'Line 3, column “code”: “mood.very.good” (french) would have the same address as “mood.very-good” (french). Give it a code that differs in more than points and hyphens.',
    ],
  },
  {
    name: 'several problems in one line',
    bytes: csv(header, 'usage.telepathy,martians,many,roughly,'),
    fr: [
      'Ligne 2, colonne « value » : « many » n’est pas un nombre de 0 à 100.',
      'Ligne 2, colonne « qualifier » : « roughly » n’est pas un choix possible. Choix possibles : exact, about, more_than.',
      'Ligne 2, colonne « passage » : La cellule est vide, alors que cette colonne doit être remplie à chaque ligne. Dans le tableau d’origine, elle était peut-être fusionnée avec une autre.',
      'Ligne 2, colonne « code » : Le code « usage.telepathy » n’est pas connu. Codes les plus proches : usage.teleconsultation, usage.any, usage.intend. Pour montrer ce chiffre comme contexte, remplissez « statement_fr » et « statement_en ».',
      'Ligne 2, colonne « population » : La population « martians » n’est pas connue. Aucun code ne lui ressemble. Pour montrer ce chiffre comme contexte, remplissez « population_fr » et « population_en ».',
    ],
    en: [
      'Line 2, column “value”: “many” is not a number from 0 to 100.',
      'Line 2, column “qualifier”: “roughly” is not a possible choice. Possible choices: exact, about, more_than.',
      'Line 2, column “passage”: The cell is empty, but this column must be filled in every line. In the original table it may have been merged with another.',
      'Line 2, column “code”: The code “usage.telepathy” is not known. Nearest codes: usage.teleconsultation, usage.any, usage.intend. To show this figure as context, fill in “statement_fr” and “statement_en”.',
      'Line 2, column “population”: The population “martians” is not known. No code looks like it. To show this figure as context, fill in “population_fr” and “population_en”.',
    ],
  },
  {
    name: "names of the language's own objects",
    bytes: csv(header, 'constructor,french,1,exact,p', 'usage.any,__proto__,1,exact,p'),
    fr: [
      'Ligne 2, colonne « code » : « constructor » n’est ni un code ni un libellé connu. Écrivez le code.',
      'Ligne 3, colonne « population » : « __proto__ » n’est ni un code ni un libellé connu. Écrivez le code.',
    ],
    en: [
      'Line 2, column “code”: “constructor” is neither a code nor a label that is known. Write the code.',
      'Line 3, column “population”: “__proto__” is neither a code nor a label that is known. Write the code.',
    ],
  },
  {
    name: 'a field of an object',
    bytes: utf8(
      JSON.stringify([
        { code: 'usage.any', population: 'french', value: { share: 48 }, qualifier: 'exact', passage: 'p' },
      ]),
    ),
    fr: [
      'Fichier : Aucune ligne de titres n’a été reconnue. Il faut une colonne de pourcentages et une colonne qui dit de quoi ils parlent, par exemple « code », « population » et « value ».',
    ],
    en: [
      'File: No row of titles was recognised. There must be a column of percentages and a column that says what they are about, for example “code”, “population” and “value”.',
    ],
  },
  {
    name: 'an object whose value is a text',
    bytes: utf8(
      JSON.stringify([
        { code: 'usage.any', population: 'french', value: 'many', qualifier: 'exact', passage: 'p' },
      ]),
    ),
    fr: ['Objet 1, champ « value » : « many » n’est pas un nombre de 0 à 100.'],
    en: ['Object 1, field “value”: “many” is not a number from 0 to 100.'],
  },
]
