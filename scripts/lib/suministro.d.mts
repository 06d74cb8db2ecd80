export interface Excepcion {
  paquete: RegExp
  licencia: string
  razon: string
}
export const LICENCIAS: string[]
export const EXCEPCIONES: Excepcion[]
export const CONOCIDOS: Record<string, string[]>
export function admiteLicencia(expression: string, of: { paquete: string }): boolean
export function faultsOfLockfile(lockfile: { packages?: Record<string, { resolution?: object }> }): string[]
export function faultsOfVersions(
  workspace: { catalog: Record<string, string>; minimumReleaseAge?: number },
  manifests: { name: string; dependencies?: Record<string, string> }[],
): string[]
export function faultsOfText(file: string, text: string): string[]
export function listInstalled(root: string): { name: string; version: string; licencia: string }[]
