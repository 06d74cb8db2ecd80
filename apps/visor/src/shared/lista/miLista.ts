import { readonly, ref, type Ref } from 'vue'
import { esMisma } from '@conoceles/domain/comparacion'

const KEY = 'mi-lista'
/** Photographs as the page showed them when somebody was saved, by the id she was saved with. */
const RETRATOS = 'mi-lista:retratos'
/** The frame of the page shows the way to the list where this is set; the first file of a page sets it, too. */
const MARK = 'data-lista'

interface MiLista {
  /** Ids, whole or their beginnings, in the order in which they were saved. The public data tell the names. */
  guardadas: Readonly<Ref<readonly string[]>>
  /** The browser keeps nothing: the list ends with the page. */
  pasajera: Readonly<Ref<boolean>>
  /** Name of who was saved last on this page; null when that was said. */
  ultima: Readonly<Ref<string | null>>
  estaGuardada: (id: string) => boolean
  alternar: (persona: { id: string; nombre: string }) => void
  vaciar: () => void
  /** Clears the notice of the person who was saved last. */
  callar: () => void
  /** Reads the kept list of the device. Not before a page is hydrated: the server knows of no list. */
  leer: () => void
}

// Kept on the device and nowhere else: a saved person tells where her reader votes.
const guardadas = ref<string[]>([])
const pasajera = ref(false)
const ultima = ref<string | null>(null)
let listening = false

export function useMiLista(): MiLista {
  return {
    guardadas: readonly(guardadas),
    pasajera: readonly(pasajera),
    ultima: readonly(ultima),
    estaGuardada,
    alternar,
    vaciar: () => set([]),
    callar: () => (ultima.value = null),
    leer,
  }
}

function estaGuardada(id: string): boolean {
  return guardadas.value.some((each) => esMisma(each, id))
}

function alternar({ id, nombre }: { id: string; nombre: string }): void {
  const others = guardadas.value.filter((each) => !esMisma(each, id))
  const isNew = others.length === guardadas.value.length
  set(isNew ? [...others, id] : others)
  ultima.value = isNew ? nombre : null
}

function leer(): void {
  if (!listening) addEventListener('storage', ({ key }) => (key === KEY || key === null) && load())
  if (!listening) load()
  listening = true
}

function load(): void {
  const kept = read(KEY)
  guardadas.value = Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  mark()
}

function set(ids: string[]): void {
  guardadas.value = ids
  mark()
  if (ids.length === 0) ultima.value = null
  pasajera.value = !write(KEY, ids.length > 0 ? ids : null)
  const retratos = Object.entries(retratosGuardados()).filter(([id]) => estaGuardada(id))
  write(RETRATOS, retratos.length > 0 ? Object.fromEntries(retratos) : null)
}

function mark(): void {
  document.documentElement.toggleAttribute(MARK, guardadas.value.length > 0)
}

const RETRATO = { width: 144, height: 192, quality: 0.8 } as const

/** Keeps the photograph on the page of a saved person: the list asks for none, which would tell the people in it. */
export function retratar(id: string, photo: HTMLImageElement | null): void {
  const retratos = retratosGuardados()
  if (!photo?.complete || photo.naturalWidth === 0 || Object.keys(retratos).some((each) => esMisma(each, id))) return
  const { width, height, quality } = RETRATO
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  canvas.getContext('2d')?.drawImage(photo, 0, 0, width, height)
  write(RETRATOS, { ...retratos, [id]: canvas.toDataURL('image/jpeg', quality) })
}

/** The kept photograph of somebody; null where there is none. */
export function retratoOf(id: string): string | null {
  return Object.entries(retratosGuardados()).find(([each]) => esMisma(each, id))?.[1] ?? null
}

function retratosGuardados(): Record<string, string> {
  const kept = read(RETRATOS) as Record<string, unknown> | null
  return Object.fromEntries(
    Object.entries(kept ?? {}).filter((each): each is [string, string] => typeof each[1] === 'string' && each[1].startsWith('data:image/')),
  )
}

/** Null where there is nothing, or the browser refuses to say. */
function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

/** Whether it is kept. */
function write(key: string, value: object | null): boolean {
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value))
    else localStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}
