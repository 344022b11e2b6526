/** The rules by which properties stand beside each other. */
export function HowAligned() {
  return (
    <details className="mt-10 max-w-160 text-[14px] text-soft">
      <summary className="text-ink">How properties are matched</summary>
      <ul className="mt-2 list-disc space-y-1.5 pl-5">
        <li>
          Properties of the same name, in the same place, stand in one row. What all models have comes first.
        </li>
        <li>
          A row differs where models that have the property do not agree on its type, choices, default,
          limits, or on whether it is required. The order of choices, and how it is described, is no
          difference.
        </li>
        <li>
          Two properties are suggested as one under two names when their names stand in our list of such names
          (<code>image_size</code> and <code>aspect_ratio</code>, <code>num_images</code> and{' '}
          <code>batch_size</code>), their values are of one kind and medium, and no model has both. They are
          never merged.
        </li>
      </ul>
    </details>
  )
}
