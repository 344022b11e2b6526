import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { Icon } from './Icon.tsx'

/**
 * A modal dialog, open for as long as it is drawn. Escape, its button and a press beside it ask to close it; the focus
 * then returns to where it was.
 */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) {
  const id = useId()
  return (
    <ModalDialog labelledBy={id} onClose={onClose} className="w-[calc(100%-2rem)] max-w-140">
      <div className="sticky top-0 flex items-center justify-between gap-4 border-b border-line bg-raised py-2 pr-2 pl-5">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        <button
          type="button"
          aria-label="Close"
          className="button min-h-8 w-8 border-transparent px-0 pointer-coarse:w-11"
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="p-5">{children}</div>
    </ModalDialog>
  )
}

/** The same without a head: for what brings its own. A sheet stands at the edge of the screen. */
export function ModalDialog({
  label,
  labelledBy,
  onClose,
  shape = 'card',
  className = '',
  children,
}: {
  label?: string
  labelledBy?: string
  onClose: () => void
  shape?: keyof typeof SHAPES
  className?: string
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)

  // Before the element goes, or the browser would forget where the focus was.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      aria-label={label}
      aria-labelledby={labelledBy}
      className={`border-line bg-raised p-0 text-ink shadow-xl backdrop:bg-black/40 ${SHAPES[shape]} ${className}`}
      // At once, while the browser still has it open: once the focus is back, the next key may open it again.
      onCancel={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
      onClose={(event) => {
        if (!event.currentTarget.open) onClose()
      }}
      onPointerDown={(event) => {
        // All that is visible of the dialog is filled by what it holds: this is its backdrop.
        if (event.target === event.currentTarget) onClose()
      }}
    >
      {children}
    </dialog>
  )
}

const SHAPES = {
  card: 'm-auto max-h-[calc(100dvh-2rem)] overflow-y-auto overscroll-contain rounded-card border',
  // At the bottom of a phone, at the side of anything wider.
  sheet:
    'mx-0 mt-auto mb-0 max-h-[88dvh] w-full max-w-full overflow-hidden rounded-t-card border-t sm:mt-0 sm:ml-auto sm:h-dvh sm:max-h-dvh sm:max-w-110 sm:rounded-none sm:border-t-0 sm:border-l',
} as const
