import { decodedTwice, oneByte, utf16, utf8, utf8WithMark } from './bytes'
import { workbook } from './workbook'

/** A table as institutes and spreadsheets write it: what it holds, and what is said of how it was understood. */
export interface Shape {
  readonly name: string
  readonly bytes: Uint8Array
  /** Of each figure what is not as usual, in the order of the lines: see `summaryOf`. */
  readonly figures: readonly string[]
  readonly fr: readonly string[]
  readonly en: readonly string[]
}

const titles = ['code', 'population', 'value', 'qualifier', 'passage']
const good = ['usage.any', 'french', 48, 'exact', 'p']
const lines = (...each: readonly string[]) => each.join('\n')
const csv = (...each: readonly string[]) => utf8(lines(...each))

export const shapes: readonly Shape[] = [
  {
    name: 'Excel in French: semicolons, decimal commas, Windows-1252',
    bytes: oneByte(
      lines(
        'Code;Population;Part (%);Qualificatif;Passage;Énoncé',
        'usage.any;Français;48,5;exact;Usages en plein essor;utilisent un outil',
        'usage.intend;Français;14,0;environ;Usages en plein essor;',
      ),
      'windows-1252',
    ),
    figures: [
      'usage.any french 48.5, timeFrame "unclear", passage "Usages en plein essor"',
      'usage.intend french 14, qualifier "about", passage "Usages en plein essor"',
    ],
    fr: [
      'Fichier : Le texte a été lu en Windows-1252. Vérifiez les accents.',
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
    ],
    en: [
      'File: The text was read as Windows-1252. Check the accents.',
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
    ],
  },
  {
    name: 'Excel on a Mac: tabs, CR alone, Mac Roman',
    bytes: oneByte(
      lines(
        'Code\tPopulation\tPourcentage\tQualificatif\tPassage',
        'usage.any\tfrench\t48 %\texact\tUsage général',
      ).replaceAll('\n', '\r'),
      'macintosh',
    ),
    figures: ['usage.any french 48, timeFrame "unclear", passage "Usage général"'],
    fr: [
      'Fichier : Le texte a été lu en Mac Roman. Vérifiez les accents.',
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
    ],
    en: [
      'File: The text was read as Mac Roman. Check the accents.',
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
    ],
  },
  {
    name: 'UTF-16 of a spreadsheet, with CRLF',
    bytes: utf16(
      lines(
        'code\tpopulation\tvalue\tqualifier\tpassage',
        'trust.teleconsultation\tmoins de 35 ans\t30\texact\tConfiance',
      ).replaceAll('\n', '\r\n'),
      'little',
    ),
    figures: ['trust.teleconsultation under_35 30, passage "Confiance"'],
    fr: [],
    en: [],
  },
  {
    name: 'UTF-8 that was taken for Windows-1252',
    bytes: utf8(
      decodedTwice(
        lines(
          'libellé;population;valeur;précision;passage',
          'au moins un outil, actuellement;35 ans et plus;48;exact;L’essor des usages',
        ),
        'windows-1252',
      ),
    ),
    figures: ['usage.any 35_and_over 48, timeFrame "unclear", passage "L’essor des usages"'],
    fr: [
      'Fichier : Un double encodage avait abîmé le texte : 3 caractères ont été réparés. Vérifiez les accents.',
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
    ],
    en: [
      'File: A double encoding had damaged the text: 3 characters were repaired. Check the accents.',
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
    ],
  },
  {
    name: 'UTF-8 that was taken for Mac Roman',
    bytes: utf8(
      decodedTwice(
        lines(
          'libellé;population;valeur;précision;passage',
          'au moins un outil, actuellement;35 ans et plus;48;exact;L’œuvre numérisée',
        ),
        'macintosh',
      ),
    ),
    figures: ['usage.any 35_and_over 48, timeFrame "unclear", passage "L’œuvre numérisée"'],
    fr: [
      'Fichier : Un double encodage avait abîmé le texte : 6 caractères ont été réparés. Vérifiez les accents.',
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
    ],
    en: [
      'File: A double encoding had damaged the text: 6 characters were repaired. Check the accents.',
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
    ],
  },
  {
    name: 'a line for spreadsheets that names the separator',
    bytes: utf8WithMark(
      lines('sep=;', 'code;population;value;qualifier;passage', 'usage.any;french;48;exact;p'),
    ),
    figures: ['usage.any french 48, timeFrame "unclear"'],
    fr: [
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
    ],
    en: [
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
    ],
  },
  {
    name: 'thin, no-break and zero-width spaces',
    bytes: csv(
      'code;population;value;qualifier;passage;base_n',
      '\u200busage.any\u00a0;french;48\u202f%;exact;p;1\u00a0003',
      'usage.intend;french;14\u2009%;exact;p;n = 1 003',
    ),
    figures: [
      'usage.any french 48, timeFrame "unclear", baseSize 1003',
      'usage.intend french 14, baseSize 1003',
    ],
    fr: [
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
    ],
    en: [
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
    ],
  },
  {
    name: 'a crossed table with merged titles',
    bytes: workbook([
      {
        name: 'T3',
        rows: [
          ['Tableau 3. Confiance'],
          [null, 'Ensemble', null, 'Moins de 35 ans', null],
          [null, '%', 'Effectif', '%', 'Effectif'],
          ['Avez-vous confiance dans ces outils ?'],
          ['Téléconsultation', { percent: 30 }, 301, { percent: 28 }, 84],
          ['Réseaux sociaux', { percent: 14 }, 140, { percent: 9.5 }, 28],
          ['Base', null, 1003, null, 300],
        ],
        merged: ['B2:C2', 'D2:E2', 'A4:E4'],
      },
    ]),
    figures: [
      'trust.teleconsultation french 30, passage "Tableau 3. Confiance", baseSize 1003, wording {"fr":"Avez-vous confiance dans ces outils ?","en":null}',
      'trust.teleconsultation under_35 28, passage "Tableau 3. Confiance", baseSize 300, wording {"fr":"Avez-vous confiance dans ces outils ?","en":null}',
      'trust.socialNetworks french 14, passage "Tableau 3. Confiance", baseSize 1003, wording {"fr":"Avez-vous confiance dans ces outils ?","en":null}',
      'trust.socialNetworks under_35 9.5, passage "Tableau 3. Confiance", baseSize 300, wording {"fr":"Avez-vous confiance dans ces outils ?","en":null}',
    ],
    fr: [
      'Colonne « Ensemble › Effectif » : Cette colonne contient des effectifs et non des pourcentages : elle n’a pas été gardée.',
      'Colonne « Moins de 35 ans › Effectif » : Cette colonne contient des effectifs et non des pourcentages : elle n’a pas été gardée.',
      'Fichier : Il n’y a pas de colonne « qualifier » : sans mention contraire, les chiffres sont considérés comme exacts.',
      'Fichier : Il n’y a pas de colonne « passage » : « Tableau 3. Confiance » en tient lieu.',
      'Ligne 4 : « Avez-vous confiance dans ces outils ? » a été compris comme la question des lignes suivantes.',
    ],
    en: [
      'Column “Ensemble › Effectif”: This column holds counts and not percentages: it was not kept.',
      'Column “Moins de 35 ans › Effectif”: This column holds counts and not percentages: it was not kept.',
      'File: There is no column “qualifier”: unless they say otherwise, figures are taken as exact.',
      'File: There is no column “passage”: “Tableau 3. Confiance” stands in its place.',
      'Row 4: “Avez-vous confiance dans ces outils ?” was taken for the question of the lines below.',
    ],
  },
  {
    name: 'the same as a text, where merged cells are empty',
    bytes: csv(
      'Tableau 3. Confiance;;;;',
      ';Ensemble;;Moins de 35 ans;',
      ';%;Effectif;%;Effectif',
      'Avez-vous confiance dans ces outils ?;;;;',
      'Téléconsultation;30 %;301;28 %;84',
      'Base;100;1 003;100;300',
    ),
    figures: [
      'trust.teleconsultation french 30, passage "Tableau 3. Confiance", baseSize 1003, wording {"fr":"Avez-vous confiance dans ces outils ?","en":null}',
      'trust.teleconsultation under_35 28, passage "Tableau 3. Confiance", baseSize 300, wording {"fr":"Avez-vous confiance dans ces outils ?","en":null}',
    ],
    fr: [
      'Colonne « Ensemble › Effectif » : Cette colonne contient des effectifs et non des pourcentages : elle n’a pas été gardée.',
      'Colonne « Moins de 35 ans › Effectif » : Cette colonne contient des effectifs et non des pourcentages : elle n’a pas été gardée.',
      'Fichier : Il n’y a pas de colonne « qualifier » : sans mention contraire, les chiffres sont considérés comme exacts.',
      'Fichier : Il n’y a pas de colonne « passage » : « Tableau 3. Confiance » en tient lieu.',
      'Ligne 4 : « Avez-vous confiance dans ces outils ? » a été compris comme la question des lignes suivantes.',
    ],
    en: [
      'Column “Ensemble › Effectif”: This column holds counts and not percentages: it was not kept.',
      'Column “Moins de 35 ans › Effectif”: This column holds counts and not percentages: it was not kept.',
      'File: There is no column “qualifier”: unless they say otherwise, figures are taken as exact.',
      'File: There is no column “passage”: “Tableau 3. Confiance” stands in its place.',
      'Line 4: “Avez-vous confiance dans ces outils ?” was taken for the question of the lines below.',
    ],
  },
  {
    name: 'a table with a question for each block',
    bytes: csv(
      'Résultats;;',
      'Modalité;Ensemble;35 ans et plus',
      'Utilisez-vous ces outils ?;;',
      'Téléconsultation;13;9',
      'Base;1003;703',
      'Sont-ils efficaces ? / Are they effective?;;',
      'Téléconsultation;40;38',
      'Base;990;690',
    ),
    figures: [
      'usage.teleconsultation french 13, timeFrame "unclear", passage "Résultats", baseSize 1003, wording {"fr":"Utilisez-vous ces outils ?","en":null}',
      'usage.teleconsultation 35_and_over 9, timeFrame "unclear", passage "Résultats", baseSize 703, wording {"fr":"Utilisez-vous ces outils ?","en":null}',
      'effectiveness.teleconsultation french 40, passage "Résultats", baseSize 990, wording {"fr":"Sont-ils efficaces ?","en":"Are they effective?"}',
      'effectiveness.teleconsultation 35_and_over 38, passage "Résultats", baseSize 690, wording {"fr":"Sont-ils efficaces ?","en":"Are they effective?"}',
    ],
    fr: [
      'Fichier : Il n’y a pas de colonne « qualifier » : sans mention contraire, les chiffres sont considérés comme exacts.',
      'Fichier : Il n’y a pas de colonne « passage » : « Résultats » en tient lieu.',
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.teleconsultation. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
      'Ligne 3 : « Utilisez-vous ces outils ? » a été compris comme la question des lignes suivantes.',
      'Ligne 6 : « Sont-ils efficaces ? / Are they effective? » a été compris comme la question des lignes suivantes.',
    ],
    en: [
      'File: There is no column “qualifier”: unless they say otherwise, figures are taken as exact.',
      'File: There is no column “passage”: “Résultats” stands in its place.',
      'File: It is not said whether past use counts in usage.teleconsultation. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
      'Line 3: “Utilisez-vous ces outils ?” was taken for the question of the lines below.',
      'Line 6: “Sont-ils efficaces ? / Are they effective?” was taken for the question of the lines below.',
    ],
  },
  {
    name: 'bilingual titles and labels',
    bytes: csv(
      'Libellé / Label;Population;Part (%) / Share (%);Question / Question;Passage',
      'au moins un outil, actuellement / at least one tool, currently;Français / French;48;Utilisez-vous un outil ? / Do you use a tool?;Usages',
    ),
    figures: [
      'usage.any french 48, timeFrame "unclear", passage "Usages", wording {"fr":"Utilisez-vous un outil ?","en":"Do you use a tool?"}',
    ],
    fr: [
      'Fichier : Il n’y a pas de colonne « qualifier » : sans mention contraire, les chiffres sont considérés comme exacts.',
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
    ],
    en: [
      'File: There is no column “qualifier”: unless they say otherwise, figures are taken as exact.',
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
    ],
  },
  {
    name: 'counts beside percentages under one title',
    bytes: csv(
      'Code;Population;Valeur;Valeur;Qualifier;Passage',
      'usage.any;french;481;48;exact;p',
      'usage.intend;french;73;14;exact;p',
    ),
    figures: ['usage.any french 48, timeFrame "unclear"', 'usage.intend french 14'],
    fr: [
      'Colonne « Valeur » : Cette colonne contient des effectifs et non des pourcentages : elle n’a pas été gardée.',
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
    ],
    en: [
      'Column “Valeur”: This column holds counts and not percentages: it was not kept.',
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
    ],
  },
  {
    name: 'footnote marks on words and numbers',
    bytes: csv(
      'code;population;value;qualifier;passage',
      'usage.any*;french (1);48¹;exact;p',
      'usage.intend;french;14 (2);exact;p',
      'usage.connectedDevices;french;21 B;exact;p',
    ),
    figures: [
      'usage.any french 48, timeFrame "unclear"',
      'usage.intend french 14',
      'usage.connectedDevices french 21, timeFrame "unclear"',
    ],
    fr: [
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any, usage.connectedDevices. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
      'Ligne 2, colonne « code » : Dans « usage.any* », « * » a été compris comme un appel de note, et enlevé.',
      'Ligne 2, colonne « population » : Dans « french (1) », « (1) » a été compris comme un appel de note, et enlevé.',
      'Ligne 2, colonne « value » : Dans « 48¹ », « ¹ » a été compris comme un appel de note, et enlevé.',
      'Ligne 3, colonne « value » : Dans « 14 (2) », « (2) » a été compris comme un appel de note, et enlevé.',
      'Ligne 4, colonne « value » : Dans « 21 B », « B » a été compris comme un appel de note, et enlevé.',
    ],
    en: [
      'File: It is not said whether past use counts in usage.any, usage.connectedDevices. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
      'Line 2, column “code”: In “usage.any*”, “*” was taken for the mark of a footnote, and removed.',
      'Line 2, column “population”: In “french (1)”, “(1)” was taken for the mark of a footnote, and removed.',
      'Line 2, column “value”: In “48¹”, “¹” was taken for the mark of a footnote, and removed.',
      'Line 3, column “value”: In “14 (2)”, “(2)” was taken for the mark of a footnote, and removed.',
      'Line 4, column “value”: In “21 B”, “B” was taken for the mark of a footnote, and removed.',
    ],
  },
  {
    name: 'a footnote that a workbook raises',
    bytes: workbook([{ rows: [titles, ['usage.any', 'french', { text: '48', raised: '1' }, 'exact', 'p']] }]),
    figures: ['usage.any french 48, timeFrame "unclear"'],
    fr: [
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
      'Cellule C2, colonne « value » : Dans « 48 », « 1 » a été compris comme un appel de note, et enlevé.',
    ],
    en: [
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
      'Cell C2, column “value”: In “48”, “1” was taken for the mark of a footnote, and removed.',
    ],
  },
  {
    name: 'words that tell how precise a share is',
    bytes: csv(
      'code;population;value;passage',
      'usage.any;french;environ 48 %;p',
      'useful.aiOrSocialNetworks;regular_users_of_it;plus de 50;p',
      'usage.intend;french;~14;p',
    ),
    figures: [
      'usage.any french 48, qualifier "about", timeFrame "unclear"',
      'useful.aiOrSocialNetworks regular_users_of_it 50, qualifier "more_than"',
      'usage.intend french 14, qualifier "about"',
    ],
    fr: [
      'Fichier : Il n’y a pas de colonne « qualifier » : sans mention contraire, les chiffres sont considérés comme exacts.',
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
      'Ligne 2, colonne « value » : « environ 48 % » a été compris comme « about ».',
      'Ligne 3, colonne « value » : « plus de 50 » a été compris comme « more_than ».',
      'Ligne 4, colonne « value » : « ~14 » a été compris comme « about ».',
    ],
    en: [
      'File: There is no column “qualifier”: unless they say otherwise, figures are taken as exact.',
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
      'Line 2, column “value”: “environ 48 %” was taken to mean “about”.',
      'Line 3, column “value”: “plus de 50” was taken to mean “more_than”.',
      'Line 4, column “value”: “~14” was taken to mean “about”.',
    ],
  },
  {
    name: 'doubtful numbers',
    bytes: csv(
      'code;population;value;qualifier;passage',
      'usage.any;french;48;exact;p',
      'usage.intend;french;-0.0;exact;p',
      'usage.connectedDevices;french;0,25;exact;p',
    ),
    figures: [
      'usage.any french 48, timeFrame "unclear"',
      'usage.intend french 0',
      'usage.connectedDevices french 0.25, timeFrame "unclear"',
    ],
    fr: [
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any, usage.connectedDevices. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
      'Ligne 3, colonne « value » : « -0.0 » a été lu comme 0.',
      'Ligne 4, colonne « value » : « 0,25 » a été lu comme un pourcentage. Si c’est une part, écrivez 25.',
    ],
    en: [
      'File: It is not said whether past use counts in usage.any, usage.connectedDevices. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
      'Line 3, column “value”: “-0.0” was read as 0.',
      'Line 4, column “value”: “0,25” was read as a percentage. If it is a share, write 25.',
    ],
  },
  {
    name: 'days, modes and intervals of an institute',
    bytes: csv(
      'code;population;value;qualifier;passage;terrain début;terrain fin;mode de recueil;borne basse;borne haute;échelle',
      'usage.any;french;48;exact;p;12/11/2025;19/11/2025;CAWI;44,9;51,1;oui / non',
      'usage.intend;french;14;exact;p;2025-11-12;45980;en ligne;;;',
    ),
    figures: [
      'usage.any french 48, timeFrame "unclear", interval {"lowPercent":44.9,"highPercent":51.1}, fieldStart "2025-11-12", fieldEnd "2025-11-19", mode "online", scale "oui / non"',
      'usage.intend french 14, fieldStart "2025-11-12", fieldEnd "2025-11-19", mode "online"',
    ],
    fr: [
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
      'Ligne 2, colonne « terrain début » : « 12/11/2025 » a été lu comme le 2025-11-12 : le jour, puis le mois.',
    ],
    en: [
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
      'Line 2, column “terrain début”: “12/11/2025” was read as 2025-11-12: the day, then the month.',
    ],
  },
  {
    name: 'days and formulas of a workbook',
    bytes: workbook([
      {
        rows: [
          [...titles, 'field_start', 'base_n'],
          [
            'usage.any',
            'french',
            { formula: '481/1003*100', result: 47.95613160518445 },
            'exact',
            'p',
            { serial: 45973 },
            1003,
          ],
        ],
      },
    ]),
    figures: [
      'usage.any french 47.95613160518445, timeFrame "unclear", baseSize 1003, fieldStart "2025-11-12"',
    ],
    fr: [
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
      'Cellule C2, colonne « value » : « 47.95613160518445 » est le résultat d’une formule. Vérifiez qu’il est à jour.',
    ],
    en: [
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
      'Cell C2, column “value”: “47.95613160518445” is the result of a formula. Check that it is up to date.',
    ],
  },
  {
    name: 'sheets that are not read, rows that are hidden',
    bytes: workbook([
      { name: 'Notice', rows: [['Ce classeur…']] },
      { name: 'Secret', rows: [titles], isHidden: true },
      {
        name: 'Chiffres',
        rows: [titles, good, ['usage.intend', 'french', 14, 'exact', 'p']],
        hiddenRows: [3],
      },
    ]),
    figures: ['usage.any french 48, timeFrame "unclear"', 'usage.intend french 14'],
    fr: [
      'Fichier : Des lignes masquées dans le tableur ont été lues aussi : 3.',
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
      'Fichier : Seule la feuille « Chiffres » a été lue, et non : Notice.',
    ],
    en: [
      'File: Rows that are hidden in the spreadsheet were read too: 3.',
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
      'File: Only the sheet “Chiffres” was read, and not: Notice.',
    ],
  },
  {
    name: 'text merged over rows',
    bytes: workbook([
      {
        rows: [
          titles,
          ['usage.teleconsultation', 'under_35', 27, 'exact', 'p'],
          [null, '35_and_over', 9, 'exact', null],
        ],
        merged: ['A2:A3', 'E2:E3'],
      },
    ]),
    figures: [
      'usage.teleconsultation under_35 27, timeFrame "unclear"',
      'usage.teleconsultation 35_and_over 9, timeFrame "unclear"',
    ],
    fr: [
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.teleconsultation. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
    ],
    en: [
      'File: It is not said whether past use counts in usage.teleconsultation. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
    ],
  },
  {
    name: 'JSON with words in two languages',
    bytes: utf8(
      JSON.stringify({
        format: 'x',
        figures: [
          {
            code: 'mood.good',
            population: 'women',
            sharePercent: 60.5,
            qualifier: 'exact',
            passage: 'p',
            statement: { fr: 'vont bien', en: 'are well' },
            populationWords: { fr: 'des femmes', en: 'of women' },
            interval: { lowPercent: 55, highPercent: 65 },
            netOf: ['a.b', 'c.d'],
            singleChoice: null,
          },
        ],
      }),
    ),
    figures: [
      'mood.good women 60.5, interval {"lowPercent":55,"highPercent":65}, statement {"fr":"vont bien","en":"are well"}, populationWords {"fr":"des femmes","en":"of women"}, netOf ["a.b","c.d"]',
    ],
    fr: [
      'Objet 1, champ « net_of » : « mood.good » est la somme de codes qui manquent pour cette population : a.b, c.d.',
    ],
    en: [
      'Object 1, field “net_of”: “mood.good” is the sum of codes that are missing for this population: a.b, c.d.',
    ],
  },
  {
    name: 'options that should make 100, and a net',
    bytes: csv(
      'code;population;value;qualifier;passage;single_choice;net_of',
      'ai.satisfaction.very;ai_respondents;14;exact;p;satisfaction;',
      'ai.satisfaction.ratherOrModerately;ai_respondents;68;exact;p;satisfaction;',
      'benefit.any;users_of_any_tool;92;exact;p;;benefit.autonomy,benefit.careAccess',
      'benefit.autonomy;users_of_any_tool;26;exact;p;;',
      'benefit.careAccess;users_of_any_tool;38;exact;p;;',
      'usage.any;french;48;exact;p;;usage.telepathy',
    ),
    figures: [
      'ai.satisfaction.very ai_respondents 14, singleChoice "satisfaction"',
      'ai.satisfaction.ratherOrModerately ai_respondents 68, singleChoice "satisfaction"',
      'benefit.any users_of_any_tool 92, netOf ["benefit.autonomy","benefit.careAccess"]',
      'benefit.autonomy users_of_any_tool 26',
      'benefit.careAccess users_of_any_tool 38',
      'usage.any french 48, timeFrame "unclear", netOf ["usage.telepathy"]',
    ],
    fr: [
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
      'Ligne 2, colonne « single_choice » : Pour « ai_respondents », les 2 réponses à « satisfaction » font 82 %. Un choix unique fait de 97 à 103 %.',
      'Ligne 4, colonne « net_of » : « benefit.any » vaut 92 %, mais la somme de benefit.autonomy, benefit.careAccess fait 64 %.',
      'Ligne 7, colonne « net_of » : « usage.any » est la somme de codes qui manquent pour cette population : usage.telepathy.',
    ],
    en: [
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
      'Line 2, column “single_choice”: For “ai_respondents”, the 2 answers to “satisfaction” make 82%. A single choice makes 97 to 103%.',
      'Line 4, column “net_of”: “benefit.any” is 92%, but the sum of benefit.autonomy, benefit.careAccess is 64%.',
      'Line 7, column “net_of”: “usage.any” is the sum of codes that are missing for this population: usage.telepathy.',
    ],
  },
  {
    name: 'lines that are repeated, on a new page too',
    bytes: csv(
      'code;population;value;qualifier;passage;base_n',
      'usage.any;french;48;exact;p;1003',
      'code;population;value;qualifier;passage;base_n',
      'usage.any;french;48;exact;p;1003',
      'usage.intend;french;14;exact;p;49',
    ),
    figures: [
      'usage.any french 48, timeFrame "unclear", baseSize 1003',
      'usage.intend french 14, baseSize 49',
    ],
    fr: [
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
      'Ligne 3 : « code » répète les titres ou donne un total : la ligne n’a pas été lue.',
      'Ligne 4, colonne « value » : Cette ligne répète la ligne 2 : elle ne compte qu’une fois.',
      'Ligne 5, colonne « base_n » : La base est de 49 personnes, moins de 50. Ce chiffre est fragile.',
    ],
    en: [
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
      'Line 3: “code” repeats the titles or gives a total: the line was not read.',
      'Line 4, column “value”: This line repeats line 2: it counts only once.',
      'Line 5, column “base_n”: The base is 49 people, fewer than 50. This figure is fragile.',
    ],
  },
  {
    name: 'one code under two labels',
    bytes: csv(
      'libellé;population;value;qualifier;passage',
      'accès aux soins;users_of_any_tool;38;exact;p',
      'access to care;french;20;exact;p',
    ),
    figures: ['benefit.careAccess users_of_any_tool 38', 'benefit.careAccess french 20'],
    fr: [
      'Ligne 3, colonne « value » : « benefit.careAccess » s’appelle ici « access to care », et « accès aux soins » à la ligne 2. Vérifiez que c’est le même indicateur.',
    ],
    en: [
      'Line 3, column “value”: “benefit.careAccess” is called “access to care” here, and “accès aux soins” in line 2. Check that it is the same indicator.',
    ],
  },
  {
    name: 'columns that nobody knows',
    bytes: csv(
      'code;population;value;qualifier;passage;couleur;topic',
      'usage.any;french;48;exact;p;bleu;usage',
    ),
    figures: ['usage.any french 48, timeFrame "unclear"'],
    fr: [
      'Colonne « couleur » : Cette colonne n’est pas connue, et n’a pas été lue.',
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
    ],
    en: [
      'Column “couleur”: This column is not known, and was not read.',
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
    ],
  },
  {
    name: 'what was lost before',
    bytes: csv(
      'code;population;value;qualifier;passage',
      'usage.any;french;48;exact;Usage g\ufffdn\ufffdral',
    ),
    figures: ['usage.any french 48, timeFrame "unclear", passage "Usage g�n�ral"'],
    fr: [
      'Fichier : 2 caractères sont perdus, et remplacés par « � ». Corrigez le texte dans le fichier d’origine.',
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
    ],
    en: [
      'File: 2 characters are lost, and replaced by “�”. Correct the text in the original file.',
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
    ],
  },
  {
    name: 'a total at the end of an answer',
    bytes: csv('Table 4;', 'Answer;Total', 'ai.satisfaction.very;14', 'Total;100', 'Source: Ifop;'),
    figures: ['ai.satisfaction.very french 14, passage "Table 4"'],
    fr: [
      'Fichier : Il n’y a pas de colonne « qualifier » : sans mention contraire, les chiffres sont considérés comme exacts.',
      'Fichier : Il n’y a pas de colonne « passage » : « Table 4 » en tient lieu.',
      'Ligne 4 : « Total » répète les titres ou donne un total : la ligne n’a pas été lue.',
      'Ligne 5 : « Source: Ifop » est une note : la ligne n’a pas été lue.',
    ],
    en: [
      'File: There is no column “qualifier”: unless they say otherwise, figures are taken as exact.',
      'File: There is no column “passage”: “Table 4” stands in its place.',
      'Line 4: “Total” repeats the titles or gives a total: the line was not read.',
      'Line 5: “Source: Ifop” is a note: the line was not read.',
    ],
  },
  {
    name: 'bases in titles, units in brackets',
    bytes: csv(
      'Table 2;;',
      'Outil;"Ensemble\n(n = 1 003)";Moins de 35 ans (%)',
      'Utilisez-vous ces outils ?;;',
      'Téléconsultation;13;27',
    ),
    figures: [
      'usage.teleconsultation french 13, timeFrame "unclear", passage "Table 2", baseSize 1003, wording {"fr":"Utilisez-vous ces outils ?","en":null}',
      'usage.teleconsultation under_35 27, timeFrame "unclear", passage "Table 2", wording {"fr":"Utilisez-vous ces outils ?","en":null}',
    ],
    fr: [
      'Fichier : Il n’y a pas de colonne « qualifier » : sans mention contraire, les chiffres sont considérés comme exacts.',
      'Fichier : Il n’y a pas de colonne « passage » : « Table 2 » en tient lieu.',
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.teleconsultation. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
      'Ligne 4 : « Utilisez-vous ces outils ? » a été compris comme la question des lignes suivantes.',
    ],
    en: [
      'File: There is no column “qualifier”: unless they say otherwise, figures are taken as exact.',
      'File: There is no column “passage”: “Table 2” stands in its place.',
      'File: It is not said whether past use counts in usage.teleconsultation. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
      'Line 4: “Utilisez-vous ces outils ?” was taken for the question of the lines below.',
    ],
  },
  {
    name: 'bases below the titles, and notes between the lines',
    bytes: csv(
      'Table 2;;',
      'Answer;Ensemble;Under 35',
      ';(n=1003);(n=300)',
      'Utilisez-vous ces outils ?;;',
      'Lecture : plusieurs réponses;;',
      'Téléconsultation;13;27',
      'Leur faites-vous confiance ?;;',
      'Base : ensemble, n = 990;;',
      'Téléconsultation;30;28',
    ),
    figures: [
      'usage.teleconsultation french 13, timeFrame "unclear", passage "Table 2", baseSize 1003, wording {"fr":"Utilisez-vous ces outils ?","en":null}',
      'usage.teleconsultation under_35 27, timeFrame "unclear", passage "Table 2", baseSize 300, wording {"fr":"Utilisez-vous ces outils ?","en":null}',
      'trust.teleconsultation french 30, passage "Table 2", baseSize 990, wording {"fr":"Leur faites-vous confiance ?","en":null}',
      'trust.teleconsultation under_35 28, passage "Table 2", baseSize 990, wording {"fr":"Leur faites-vous confiance ?","en":null}',
    ],
    fr: [
      'Fichier : Il n’y a pas de colonne « qualifier » : sans mention contraire, les chiffres sont considérés comme exacts.',
      'Fichier : Il n’y a pas de colonne « passage » : « Table 2 » en tient lieu.',
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.teleconsultation. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
      'Ligne 4 : « Utilisez-vous ces outils ? » a été compris comme la question des lignes suivantes.',
      'Ligne 5 : « Lecture : plusieurs réponses » est une note : la ligne n’a pas été lue.',
      'Ligne 7 : « Leur faites-vous confiance ? » a été compris comme la question des lignes suivantes.',
    ],
    en: [
      'File: There is no column “qualifier”: unless they say otherwise, figures are taken as exact.',
      'File: There is no column “passage”: “Table 2” stands in its place.',
      'File: It is not said whether past use counts in usage.teleconsultation. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
      'Line 4: “Utilisez-vous ces outils ?” was taken for the question of the lines below.',
      'Line 5: “Lecture : plusieurs réponses” is a note: the line was not read.',
      'Line 7: “Leur faites-vous confiance ?” was taken for the question of the lines below.',
    ],
  },
  {
    name: 'titles in two languages, one below the other',
    bytes: csv(
      'Code;Population;Part (%);Précision;Passage',
      'Code;Population;Share (%);Qualifier;Section',
      'usage.any;french;48;exact;p',
    ),
    figures: ['usage.any french 48, timeFrame "unclear"'],
    fr: [
      'Fichier : Il n’est pas dit si l’usage passé compte dans usage.any. La période « pas clair » a été retenue : aux personnes qui ont utilisé l’outil par le passé, le site le dit, sans les comparer.',
    ],
    en: [
      'File: It is not said whether past use counts in usage.any. The time frame “unclear” was taken: people who used the tool in the past are told so, and not compared.',
    ],
  },
]
