export function prepareRelease(release: {
  root: string
  version: string
  date: string
  repository?: string
  contact?: string
}): Record<string, string>
export function commandsOf(version: string, paths: readonly string[]): string[]
