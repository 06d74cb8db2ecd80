import { moveQuestion, moveSection, preguntaDe, removeQuestion, type CompiledCuestionario, type Guion } from '@conoceles/cuestionarios'
import { nextTick, ref } from 'vue'
import { t } from '../../mensajes.ts'
import { DESHACER, filaId, PANEL, seccionId, type Elegida, type Lugar } from './elegida.ts'

interface Edited {
  guion: Guion
  compiled: CompiledCuestionario
}

/** The open question or section, and the acts on the list. Each act says its effect and leaves the focus where the next one begins. */
export function useEdicion(props: Edited, change: (guion: Guion) => void) {
  const elegida = ref<Elegida | null>(null)
  const dicho = ref('')

  async function decir(text: string, focus: string): Promise<void> {
    dicho.value = text
    await nextTick()
    document.getElementById(focus)?.focus()
  }

  async function elegir(next: Elegida | null): Promise<void> {
    const before = elegida.value
    elegida.value = next
    await nextTick()
    const back = before?.que === 'pregunta' ? filaId(before.clave) : seccionId(before?.clave ?? '')
    document.getElementById(next === null ? back : PANEL)?.focus({ preventScroll: next !== null })
  }

  function mover(clave: string, to: Lugar): void {
    change(moveQuestion(props.guion, clave, to))
    const titulo = props.compiled.secciones.find((each) => each.clave === to.seccion)?.titulo ?? ''
    const said = { titulo: tituloDe(props.compiled, clave), lugar: to.at + 1, seccion: titulo }
    void decir(t('versiones.dichoMovida', said), filaId(clave))
  }

  function moverSeccion(clave: string, by: -1 | 1): void {
    const at = props.compiled.secciones.findIndex((each) => each.clave === clave) + by
    change(moveSection(props.guion, clave, at))
    void decir(t('versiones.dichoSeccionMovida', { titulo: props.compiled.secciones[at - by]?.titulo ?? '', lugar: at + 1 }), PANEL)
  }

  function quitar(titulo: string, next: Guion): void {
    elegida.value = null
    change(next)
    void decir(t('versiones.dichoQuitada', { titulo }), DESHACER)
  }

  return {
    ...{ elegida, dicho, decir, elegir, mover, moverSeccion, quitar },
    moverUno: (clave: string, by: -1 | 1) => mover(clave, neighbour(props.compiled, clave, by)),
    quitarPregunta: (clave: string) => quitar(tituloDe(props.compiled, clave), removeQuestion(props.guion, clave)),
  }
}

export function tituloDe(compiled: CompiledCuestionario, clave: string): string {
  return preguntaDe(compiled, clave)?.title || clave
}

/** One place up or down; at the end of its section, into the next one. */
function neighbour({ secciones }: CompiledCuestionario, clave: string, by: -1 | 1): Lugar {
  const places = secciones.map(({ clave: seccion, campos }) => ({ seccion, at: campos.indexOf(clave), last: campos.length - 1 }))
  const own = places.findIndex(({ at }) => at >= 0)
  const { seccion, at, last } = places[own] ?? { seccion: '', at: 0, last: 0 }
  const next = places[own + by]
  const leaves = by < 0 ? at === 0 : at === last
  if (!leaves || next === undefined) return { seccion, at: at + by }
  return { seccion: next.seccion, at: by > 0 ? 0 : next.last + 1 }
}
