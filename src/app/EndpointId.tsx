import { Fragment } from 'react'

/** An endpoint id that may break behind its slashes. */
export function EndpointId({ id }: { id: string }) {
  return (
    <span className="wrap-anywhere">
      {id.split('/').map((segment, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- segments repeat and never move
        <Fragment key={index}>
          {index > 0 && (
            <>
              /<wbr />
            </>
          )}
          {segment}
        </Fragment>
      ))}
    </span>
  )
}
