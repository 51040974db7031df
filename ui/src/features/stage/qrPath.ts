// A QR code as one outline, so that it stays crisp at every size, and how wide it has to be.
import type { StageScreen } from '@/ipc/generated/StageScreen'

/** Modules around the code that stay white, as ISO/IEC 18004 asks for. */
export const QUIET = 4

/** Rows of 0 and 1, where 1 is dark. Neighbours are one rectangle, so that no hairline shows between them. */
export function qrPath(rows: string[]): string {
  return rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        ({ 0: run, index }) => `M${index + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join('')
}

/** The side of the drawing in modules, with what stays white. */
export function qrSide(rows: string[]): number {
  return rows.length + 2 * QUIET
}

/** Somebody in the last row can read a code that is a tenth as wide as he is away. */
const READABLE = 10

/** Where nobody measured: half of a picture says nothing to a room of unknown depth, a quarter serves most. */
const USUAL_SHARE = 0.24

/** How wide the drawing is, in hundredths of the picture's width; the white around it comes on top of what the rule asks for. */
export function qrWidth(screen: StageScreen, rows: string[]): number {
  const measured = screen.width_cm > 0 && screen.distance_cm > 0
  const share = measured ? screen.distance_cm / READABLE / screen.width_cm : USUAL_SHARE
  const white = rows.length > 0 ? qrSide(rows) / rows.length : 1
  return Math.round(Math.min(1, share) * white * 10_000) / 100
}
