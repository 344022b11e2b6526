/** Holds the place of a panel whose code or schema is on its way. */
export function PanelSkeleton() {
  return <div className="h-160 rounded-card border border-line bg-raised" />
}
