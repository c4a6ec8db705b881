'use client'

import { useEffect, useState } from 'react'
import { CopyButtons, type CopyWords } from '@/components/ui/copy-buttons'

interface Props {
  /** The id of the element that holds the text. */
  readonly id: string
  readonly fileName: string
  readonly words: CopyWords & Readonly<Record<'copy' | 'print' | 'download', string>>
}

/**
 * The ways to keep a text of the page: to copy it, to print the page, to download it as a file, which is made here and is nowhere
 * else. They need scripts; without, the text can be read, and the browser prints it.
 */
export function KeepText({ id, fileName, words }: Props) {
  const [file, setFile] = useState<string | null>(null)
  useEffect(() => {
    const text = document.getElementById(id)?.textContent ?? ''
    const made = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    setFile(made)
    return () => URL.revokeObjectURL(made)
  }, [id])
  return (
    <>
      <p className="actions keep-text">
        <button type="button" className="button-quiet" data-copies={id} hidden>
          {words.copy}
        </button>
        <button type="button" className="button-quiet" hidden={file === null} onClick={() => window.print()}>
          {words.print}
        </button>
        {file !== null && (
          <a className="button-quiet" href={file} download={fileName}>
            {words.download}
          </a>
        )}
      </p>
      <CopyButtons copied={words.copied} refused={words.refused} />
    </>
  )
}
