import { STORED_AT } from '@conoceles/api-client'
import { fieldsOf, parseJson } from '@conoceles/domain/typed'
import type { Cuenta } from '../../api-types.ts'
import { openDraftVault, type DraftVault } from './draft-vault.ts'
import { deviceNow, ownerOfVisita, setOwnerOfVisita } from './este-equipo.ts'

/**
 * Last visit of a party's account, to go on capturing without network. It lies in a vault of its own, encrypted like the drafts, and goes at
 * sign-out, when another account enters, and when the access ends. Identity answers are never kept.
 */
export interface Visita {
  cuenta: Cuenta
  /** Milliseconds of this device's clock. */
  desde: number
  terminaEn: number
}

/** A candidatura as a list without network shows it. */
export interface FilaVisita {
  id: string
  nombre: string
  cargoNombre: string
  lugar: string
  estatusCaptura: string
}

interface Kept {
  /** Milliseconds of this device's clock. */
  en: number
  body: unknown
}

const CUENTA = 'cuenta'
const LISTA = 'lista'
const KEPT = /^\/api\/v1\/(?:proceso|cuestionarios|candidaturas\/[0-9a-f-]{36}(?:\/captura|\/formula)?)$/
const OPENED = /^\/api\/v1\/candidaturas\/([0-9a-f-]{36})\/captura$/

export const isKept = (path: string): boolean => KEPT.test(path)
const capturaPath = (id: string): string => `/api/v1/candidaturas/${id}/captura`
const candidaturaPath = (id: string): string => `/api/v1/candidaturas/${id}`

let opened: { cuentaId: string; vault: DraftVault | null } | null = null
let last: Promise<unknown> = Promise.resolve()

/** One after the other: nothing is written once the vault was forgotten. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work)
  last = done.catch(() => null)
  return done
}

async function vaultOf(cuentaId: string | null): Promise<DraftVault | null> {
  if (cuentaId === null || ownerOfVisita() !== cuentaId) return null
  if (opened?.cuentaId !== cuentaId) opened = { cuentaId, vault: await openDraftVault(`${cuentaId} visita`) }
  return opened.vault
}

async function readFrom<T>(vault: DraftVault | null, name: string): Promise<T | null> {
  const text = await vault?.read(name)
  return typeof text === 'string' ? parseJson<T>(text) : null
}

async function put(cuentaId: string, name: string, value: unknown): Promise<void> {
  await (await vaultOf(cuentaId))?.save(name, JSON.stringify(value))
}

function write(cuentaId: string, name: string, value: unknown): Promise<void> {
  return inTurn(() => put(cuentaId, name, value))
}

/** Takes this device for the account, until its access ends. */
export async function startVisita(cuenta: Cuenta, terminaEn: number): Promise<void> {
  setOwnerOfVisita(cuenta.id)
  await write(cuenta.id, CUENTA, { cuenta, desde: deviceNow(), terminaEn } satisfies Visita)
}

/** The visit that can still be read. A clock that was set back ends it too. */
export async function openVisita(): Promise<Visita | null> {
  const visita = await readFrom<Visita>(await vaultOf(ownerOfVisita()), CUENTA)
  const now = deviceNow()
  if (visita !== null && visita.desde <= now && now < visita.terminaEn) return visita
  await forgetVisita()
  return null
}

export async function forgetVisita(): Promise<void> {
  const cuentaId = ownerOfVisita()
  if (cuentaId === null) return
  await inTurn(async () => {
    const vault = await vaultOf(cuentaId)
    setOwnerOfVisita(null)
    opened = null
    await vault?.forget()
  })
}

/** Keeps an answer of the server, its identity sections left out. */
export function keepAnswer(cuentaId: string, path: string, body: unknown): Promise<void> {
  return write(cuentaId, path, { en: deviceNow(), body: OPENED.test(path) ? withoutIdentidad(body) : body } satisfies Kept)
}

/** The kept answer as the server gave it, with the instant at which it was kept; null where there is none. */
export async function recallAnswer(path: string): Promise<Response | null> {
  const kept = await readFrom<Kept>(await vaultOf(ownerOfVisita()), path)
  if (kept === null) return null
  return Response.json(kept.body, { headers: { [STORED_AT]: new Date(kept.en).toISOString() } })
}

/** The server has a section in another version: the copy follows it, or the next text written over it would look like a conflict. */
export function keepSeccion(
  candidaturaId: string,
  of: { cuestionario: string; clave: string },
  now: { version: number; estatus: string; respuestas: unknown },
): Promise<void> {
  const path = capturaPath(candidaturaId)
  const isIt = ({ cuestionario, clave }: Record<string, unknown>) => cuestionario === of.cuestionario && clave === of.clave
  return inTurn(async () => {
    const cuentaId = ownerOfVisita()
    const kept = await readFrom<Kept>(await vaultOf(cuentaId), path)
    if (cuentaId === null || kept === null) return
    const secciones = seccionesOf(kept.body).map((each) => (isIt(each) ? { ...each, ...now } : each))
    await put(cuentaId, path, { ...kept, body: { ...fieldsOf(kept.body), secciones } })
  })
}

export function keepLista(cuentaId: string, filas: readonly FilaVisita[]): Promise<void> {
  return write(cuentaId, LISTA, filas)
}

/** Candidaturas of the last visit, those that were opened first. */
export async function readFilas(): Promise<(FilaVisita & { abierta: boolean })[]> {
  const vault = await vaultOf(ownerOfVisita())
  const abiertas = ((await vault?.all()) ?? []).flatMap(({ name }) => OPENED.exec(name)?.[1] ?? [])
  const lista = (await readFrom<FilaVisita[]>(vault, LISTA)) ?? []
  const kept = await Promise.all(abiertas.map((id) => readFrom<Kept & { body: FilaVisita }>(vault, candidaturaPath(id))))
  const own = kept.flatMap((each) => (each === null ? [] : [{ ...each.body, abierta: true }]))
  return [...own, ...lista.filter(({ id }) => !abiertas.includes(id)).map((fila) => ({ ...fila, abierta: false }))]
}

function withoutIdentidad(body: unknown): unknown {
  return { ...fieldsOf(body), secciones: seccionesOf(body).filter(({ cuestionario }) => cuestionario !== 'identidad') }
}

function seccionesOf(body: unknown): Record<string, unknown>[] {
  const { secciones } = fieldsOf(body)
  return Array.isArray(secciones) ? secciones.map(fieldsOf) : []
}
