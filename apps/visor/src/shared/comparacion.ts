import { readonly, ref, type Ref } from 'vue'

/** Somebody chosen to be compared. `id`: the whole, or its beginning, as the index knows it. */
export interface Elegida {
  id: string
  nombre: string
  /** Who may be compared with whom: the cargo and the place that they compete for. */
  contienda: string
}

export type Rechazo = 'otra_contienda' | 'completa'

export const MAS_ELEGIDAS = 4
export const MENOS_ELEGIDAS = 2

/** The same candidatura, also when one of the ids is only the beginning of the other. */
export function esMisma(one: string, other: string): boolean {
  const [a, b] = [one, other].map((id) => id.replaceAll('-', ''))
  return Boolean(a && b) && (a?.startsWith(b ?? '') === true || b?.startsWith(a ?? '') === true)
}

/** Why somebody cannot be added; null when she can. */
export function razonContra(elegidas: readonly Elegida[], { contienda }: Pick<Elegida, 'contienda'>): Rechazo | null {
  if (elegidas.some((each) => each.contienda !== contienda)) return 'otra_contienda'
  return elegidas.length >= MAS_ELEGIDAS ? 'completa' : null
}

export function addressOf(elegidas: readonly Pick<Elegida, 'id'>[]): string {
  return `/comparar?personas=${elegidas.map(({ id }) => id).join(',')}`
}

/** Ids of the address, each once. */
export function idsOf(personas: unknown): string[] {
  const ids = String(personas ?? '')
    .split(',')
    .filter((id) => /^[0-9a-f-]{7,36}$/.test(id))
  return ids.filter((id, at) => ids.findIndex((other) => esMisma(id, other)) === at)
}

interface Comparacion {
  elegidas: Readonly<Ref<readonly Elegida[]>>
  /** Who could not be added last, and why. */
  rechazo: Readonly<Ref<{ nombre: string; razon: Rechazo } | null>>
  esElegida: (id: string) => boolean
  alternar: (persona: Elegida) => void
  vaciar: () => void
}

// As long as the tab is open and nowhere else: what somebody compares tells where she votes.
const elegidas = ref<Elegida[]>([])
const rechazo = ref<{ nombre: string; razon: Rechazo } | null>(null)

export function useComparacion(): Comparacion {
  const esElegida = (id: string): boolean => elegidas.value.some((each) => esMisma(each.id, id))

  function alternar(persona: Elegida): void {
    rechazo.value = null
    if (esElegida(persona.id)) {
      elegidas.value = elegidas.value.filter(({ id }) => !esMisma(id, persona.id))
      return
    }
    const razon = razonContra(elegidas.value, persona)
    if (razon) rechazo.value = { nombre: persona.nombre, razon }
    else elegidas.value = [...elegidas.value, persona]
  }

  function vaciar(): void {
    elegidas.value = []
    rechazo.value = null
  }

  return { elegidas: readonly(elegidas), rechazo: readonly(rechazo), esElegida, alternar, vaciar }
}
