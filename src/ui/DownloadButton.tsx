import { Icon } from './Icon.tsx'
import { saveFile } from './saveFile.ts'

/** Saves text as a file. `children` is the label; `name` tells two such buttons apart. */
export function DownloadButton({
  text,
  fileName,
  name,
  children = 'Download',
  className = 'button',
}: {
  text: string
  fileName: string
  name?: string
  children?: string
  className?: string
}) {
  return (
    <button
      type="button"
      className={className}
      aria-label={name}
      title={fileName}
      onClick={() => saveFile(fileName, text, 'text/plain')}
    >
      <Icon name="download" />
      {children}
    </button>
  )
}
