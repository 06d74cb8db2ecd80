import { readonly, ref, type Ref } from 'vue'
import { esMisma } from '@conoceles/domain/comparacion'

const KEY = 'mi-lista'

interface MiLista {
  /** Ids, whole or their beginnings, in the order in which they were saved. Of whom they are, what is public says. */
  guardadas: Readonly<Ref<readonly string[]>>
  /** The browser keeps nothing: the list ends with the page. */
  pasajera: Readonly<Ref<boolean>>
  estaGuardada: (id: string) => boolean
  alternar: (id: string) => void
  vaciar: () => void
  /** Reads what the device keeps. Not before a page is hydrated: the server knows of no list. */
  leer: () => void
}

// On the device and nowhere else: whom somebody saves tells where she votes.
const guardadas = ref<string[]>([])
const pasajera = ref(false)
let listening = false

export function useMiLista(): MiLista {
  return { guardadas: readonly(guardadas), pasajera: readonly(pasajera), estaGuardada, alternar, vaciar: () => set([]), leer }
}

function estaGuardada(id: string): boolean {
  return guardadas.value.some((each) => esMisma(each, id))
}

function alternar(id: string): void {
  const others = guardadas.value.filter((each) => !esMisma(each, id))
  set(others.length < guardadas.value.length ? others : [...others, id])
}

function leer(): void {
  if (!listening) addEventListener('storage', ({ key }) => (key === KEY || key === null) && load())
  if (!listening) load()
  listening = true
}

function load(): void {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    guardadas.value = Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    guardadas.value = []
  }
}

function set(ids: string[]): void {
  guardadas.value = ids
  try {
    if (ids.length > 0) localStorage.setItem(KEY, JSON.stringify(ids))
    else localStorage.removeItem(KEY)
    pasajera.value = false
  } catch {
    pasajera.value = true
  }
}
