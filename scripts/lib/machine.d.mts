export interface Tool {
  title: string
  variable: string | null
  names: readonly string[]
  apt: readonly string[]
  brew: readonly string[]
}
export function adviceFor(absent: readonly Tool[], system: { platform: string; apt: boolean }): string
export function ensureTools(announce: (names: string) => void): Promise<void>
