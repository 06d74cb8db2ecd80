export function createSbom(of: {
  lockfile: string
  manifest: { name: string; version: string }
  root: string
}): Promise<{ text: string; faults: object | null; components: number }>
