import { ELECCIONES_CONSENTIMIENTO, type Elecciones } from '@conoceles/domain'
import { computed } from 'vue'
import type { Consentimiento } from '../../../../api-types.ts'
import { useFormulario } from '../../../../shared/formularios/useFormulario.ts'

export type Elegidas = Record<keyof Elecciones, 'si' | 'no' | null>

const NONE: Elegidas = { tratamiento: null, publicacion: null, estadistica: null }

/** Her three decisions as she chooses them, one a page; this machine keeps them until the server has all. */
export function useDecisiones(candidaturaId: string) {
  const { values, begin, finish } = useFormulario<Elegidas>(`decisiones ${candidaturaId}`, () => ({ ...NONE }))
  let known = ''

  /** Begins from those that the server has. */
  function take(consentimiento: Consentimiento | null): void {
    const recorded = elegidasOf(consentimiento)
    const text = JSON.stringify(recorded)
    if (text === known) return
    known = text
    void begin(recorded)
  }

  function recorded(): void {
    finish()
    known = ''
  }

  /** A No to the first is one to the other two, which are not asked. */
  const elecciones = computed<Elecciones | null>(() => {
    if (values.tratamiento === 'no') return { tratamiento: false, publicacion: false, estadistica: false }
    if (ELECCIONES_CONSENTIMIENTO.some((eleccion) => values[eleccion] === null)) return null
    return { tratamiento: true, publicacion: values.publicacion === 'si', estadistica: values.estadistica === 'si' }
  })
  const decideTodo = computed(() => values.tratamiento !== 'no')

  return { values, elecciones, decideTodo, take, recorded }
}

/** Decisions that she need not take again. */
function elegidasOf(consentimiento: Consentimiento | null): Elegidas {
  if (consentimiento === null || consentimiento.revision === 'rechazada') return { ...NONE }
  const each = ELECCIONES_CONSENTIMIENTO.map((eleccion) => {
    const asked = (consentimiento.porRenovar as readonly string[]).includes(eleccion)
    return [eleccion, asked ? null : consentimiento[eleccion] ? 'si' : 'no'] as const
  })
  return { ...NONE, ...Object.fromEntries(each) }
}
