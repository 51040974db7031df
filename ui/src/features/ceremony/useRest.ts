// A short rest after the buttons changed places: whoever pressed twice meant what stood there before.

/** In milliseconds: longer than a double press, shorter than anybody needs to read the next button. */
export const REST = 600

export function useRest(time: number) {
  let begun = performance.now()
  return {
    begin(): void {
      begun = performance.now()
    },
    rested: (): boolean => performance.now() - begun >= time,
  }
}
