import { readonly, ref, type Ref } from 'vue'
import { esMisma, MAS_ELEGIDAS } from '@conoceles/domain/comparacion'

/** Somebody chosen to be compared. `id`: the whole, or its beginning, as the index knows it. */
export interface Elegida {
  id: string
  nombre: string
  /** Cargo and place that she competes for: only people of the same contienda are compared. */
  contienda: string
}

export type Rechazo = 'otra_contienda' | 'completa'

/** Why somebody cannot be added; null when she can. */
export function razonContra(elegidas: readonly Elegida[], { contienda }: Pick<Elegida, 'contienda'>): Rechazo | null {
  if (elegidas.some((each) => each.contienda !== contienda)) return 'otra_contienda'
  return elegidas.length >= MAS_ELEGIDAS ? 'completa' : null
}

interface Comparacion {
  elegidas: Readonly<Ref<readonly Elegida[]>>
  /** Person who could not be added last, and why. */
  rechazo: Readonly<Ref<{ nombre: string; razon: Rechazo } | null>>
  esElegida: (id: string) => boolean
  alternar: (persona: Elegida) => void
  /** Takes somebody out, if she was chosen. */
  retirar: (id: string) => void
  vaciar: () => void
  /** Clears the notice of a person who could not be added. */
  callar: () => void
  /** Reads the kept choice of the tab. Not before a page is hydrated: the server knows of nobody chosen. */
  leer: () => void
}

const KEY = 'comparacion'

// Kept as long as the tab is open and nowhere else: a comparison tells where its reader votes.
const elegidas = ref<Elegida[]>([])
const rechazo = ref<{ nombre: string; razon: Rechazo } | null>(null)

let isRead = false

export function useComparacion(): Comparacion {
  const esElegida = (id: string): boolean => elegidas.value.some((each) => esMisma(each.id, id))

  function alternar(persona: Elegida): void {
    rechazo.value = null
    if (esElegida(persona.id)) return retirar(persona.id)
    const razon = razonContra(elegidas.value, persona)
    if (razon) rechazo.value = { nombre: persona.nombre, razon }
    else set([...elegidas.value, persona])
  }

  function retirar(id: string): void {
    if (esElegida(id)) set(elegidas.value.filter((each) => !esMisma(each.id, id)))
  }

  function vaciar(): void {
    set([])
    callar()
  }

  return { elegidas: readonly(elegidas), rechazo: readonly(rechazo), esElegida, alternar, retirar, vaciar, callar, leer }
}

function callar(): void {
  rechazo.value = null
}

function leer(): void {
  if (isRead) return
  isRead = true
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    if (Array.isArray(kept) && elegidas.value.length === 0) elegidas.value = kept.filter(isElegida).slice(0, MAS_ELEGIDAS)
  } catch {
    elegidas.value = []
  }
}

function isElegida(kept: unknown): kept is Elegida {
  const { id, nombre, contienda } = (kept ?? {}) as Partial<Record<keyof Elegida, unknown>>
  return [id, nombre, contienda].every((each) => typeof each === 'string')
}

/** Keeps the choice; a browser that stores nothing has it as long as the page. */
function set(now: Elegida[]): void {
  elegidas.value = now
  try {
    if (now.length > 0) sessionStorage.setItem(KEY, JSON.stringify(now))
    else sessionStorage.removeItem(KEY)
  } catch {
    return
  }
}
