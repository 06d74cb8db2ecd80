import type { EntregableDetalle, Sesion, Trabajo, VigenciaInforme } from '../../api-types.ts'
import { openDraftVault, type DraftVault } from './draft-vault.ts'
import { deviceNow, ownerOfGuardadas, setOwnerOfGuardadas } from './este-equipo.ts'

/**
 * A convened sesión kept on this device, to be read where the room has no network. It lies in the vault of the account, and goes with it: at
 * sign-out, when the access ends, when another account enters, once the sesión is no longer convened, and a day after its hour.
 */
export interface SesionGuardada {
  sesion: Sesion
  /** Work and terms behind each point, by the clave of its entregable. */
  trabajos: Record<string, Trabajo>
  entregables: Record<string, EntregableDetalle>
  /** Figures of each document beside those of then; absent in what was kept before they were told. */
  vigencias?: Record<string, VigenciaInforme>
  /** Keys of the documents that are kept beside. */
  archivos: string[]
  /** Size of all that is kept; absent in what was kept before it was counted. */
  bytes?: number
  /** Instant of the proceso. */
  guardadaEn: string
  zona: string | undefined
  /** Whether it is of a simulacro; absent in what was kept before it was told. */
  simulacro?: boolean | undefined
  /** Milliseconds of this device's clock: without network no other is at hand. */
  caducaEn: number
}

const INDEX = 'indice'
const DAY_MS = 86_400_000

const vaultOf = (cuentaId: string): Promise<DraftVault | null> => openDraftVault(`${cuentaId} sesiones`)
const sesionName = (id: string): string => `sesion ${id}`
const archivoName = (key: string): string => `archivo ${key}`

/** Name of a document that supports the sesión, and of the version that is voted. */
export const documentoKey = (id: string): string => `documento ${id}`
export const versionKey = (clave: string, numero: number): string => `version ${clave} ${numero}`

/** Leaves here only what is of the account that is in; null: nobody is, so nothing stays. */
export async function settleGuardadas(cuentaId: string | null): Promise<void> {
  const owner = ownerOfGuardadas()
  if (owner === null || owner === cuentaId) return
  setOwnerOfGuardadas(null)
  await (await vaultOf(owner))?.forget()
}

/** A day after its hour, told by the clock of this device: `falta` is what the proceso still has until then. */
export function caducaOf({ falta, ahora }: { falta: number; ahora: number }): number {
  return ahora + Math.max(falta, 0) + DAY_MS
}

/** Vault of the account on this device, to read and to write. Null where the browser keeps nothing safely. */
export async function openGuardadas(cuentaId = ownerOfGuardadas()) {
  const vault = cuentaId === null ? null : await vaultOf(cuentaId)
  if (cuentaId === null || vault === null) return null

  const ids = async (): Promise<string[]> => ((await vault.read(INDEX)) as string[] | null) ?? []

  async function read(id: string): Promise<SesionGuardada | null> {
    const found = (await vault?.read(sesionName(id))) as SesionGuardada | null
    if (found === null || found.caducaEn > deviceNow()) return found
    await remove(id)
    return null
  }

  async function save(guardada: SesionGuardada): Promise<void> {
    setOwnerOfGuardadas(cuentaId)
    const { id } = guardada.sesion
    await vault?.save(sesionName(id), guardada)
    await vault?.save(INDEX, [...new Set([...(await ids()), id])])
  }

  async function remove(id: string): Promise<void> {
    const found = (await vault?.read(sesionName(id))) as SesionGuardada | null
    await Promise.all((found?.archivos ?? []).map((key) => vault?.remove(archivoName(key))))
    await vault?.remove(sesionName(id))
    await vault?.save(
      INDEX,
      (await ids()).filter((each) => each !== id),
    )
  }

  return {
    ids,
    read,
    save,
    remove,
    readArchivo: async (key: string): Promise<Blob | null> => blobOf((await vault.read(archivoName(key))) as string | null),
    saveArchivo: async (key: string, blob: Blob): Promise<void> => vault.save(archivoName(key), await addressOf(blob)),
    removeArchivo: (key: string): Promise<void> => vault.remove(archivoName(key)),
  }
}

/** The vault keeps text: a document lies there as a `data:` address. */
function addressOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('FileReader'))
    reader.readAsDataURL(blob)
  })
}

/** Made by hand: the content security policy asks for no `data:` address. */
function blobOf(address: string | null): Blob | null {
  if (address === null) return null
  const comma = address.indexOf(',')
  const bytes = Uint8Array.from(atob(address.slice(comma + 1)), (letter) => letter.charCodeAt(0))
  return new Blob([bytes], { type: address.slice('data:'.length, comma).split(';')[0] })
}
