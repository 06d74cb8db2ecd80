type Name = 'dependencias' | 'compilar' | 'base' | 'personas' | 'publicacion'
export const STEPS: Record<Name, { title: string; first: number; later: number }>
export function createSteps(options: {
  first: boolean
  simulacro?: boolean
  now?: () => number
  out?: { isTTY?: boolean; write(text: string): unknown }
}): {
  begin(name: Name): void
  end(): void
}
