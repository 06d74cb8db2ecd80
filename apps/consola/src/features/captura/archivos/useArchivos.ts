import { computed, ref } from 'vue'
import { t, tn } from '../mensajes.ts'
import { corregir, enfrentar, marcar, marcarArchivo, sinGuardar, type Cambio } from './cambios.ts'
import { countElegidas, discrepantesDe, type Aviso, type Elegida, type Escrita } from './escrita.ts'
import { useComparar } from './useComparar.ts'
import { useGuardar } from './useGuardar.ts'
import { useLeer } from './useLeer.ts'

/** Files of answers: read, compared with what is captured, and saved as any other answer. */
export function useArchivos() {
  const { elegir, compare } = useComparar({
    seccionDe: (campo) => lectura.preguntas.value.find((each) => each.campo === campo)?.seccion,
    onCompared: () => enfrentar(lectura.escritas.value),
  })
  const lectura = useLeer(elegir)
  const guardando = ref<{ hechos: number; total: number } | null>(null)
  const resultado = ref<{ respuestas: number; personas: number } | null>(null)
  const guardar = useGuardar()
  const titulos = computed(() => new Map(lectura.preguntas.value.map(({ campo, titulo }) => [campo, titulo])))
  const detenidas = computed(() => lectura.escritas.value.filter(({ aviso }) => aviso !== null && aviso.tone !== 'success'))

  /** One persona after the other; what the line does not take now waits on this machine and is sent later. */
  async function guardarTodo(): Promise<void> {
    const ready = lectura.escritas.value.filter(({ cambios }) => countElegidas(cambios) > 0)
    const personas = new Set<string>()
    let respuestas = 0
    resultado.value = null
    guardando.value = { hechos: 0, total: ready.length }
    for (const [hechos, escrita] of ready.entries()) {
      const kept = await guardarUna(escrita)
      respuestas += kept
      if (kept > 0) personas.add(escrita.candidatura?.id ?? '')
      guardando.value = { hechos: hechos + 1, total: ready.length }
    }
    guardando.value = null
    resultado.value = { respuestas, personas: personas.size }
  }

  /** Answers how many were kept: those that her captura has afterwards. */
  async function guardarUna(escrita: Escrita): Promise<number> {
    const before = (escrita.cambios ?? []).map((cambio) => ({ ...cambio }))
    const result = await guardar(escrita)
    if ('aviso' in result) {
      escrita.aviso = result.aviso
      return 0
    }
    if (escrita.candidatura) await compare(escrita.candidatura.id, lectura.escritas.value)
    const left = sinGuardar(before, escrita.cambios ?? [])
    for (const cambio of left) cambio.elegida = false
    const kept = countElegidas(before) - left.length
    escrita.aviso = avisoOf(kept, left, { titulos: titulos.value, razones: result.razones })
    return kept
  }

  const elegirRespuesta = (cambio: Cambio, choice: { elegida: boolean }) => marcar(lectura.escritas.value, cambio, choice)

  const corregirRespuesta = (cambio: Cambio, texto: string) => corregir(lectura.escritas.value, cambio, texto)

  const discrepantes = computed(() => discrepantesDe(lectura.escritas.value))
  const elegirArchivo = (archivo: string) => marcarArchivo(lectura.escritas.value, archivo)
  const elegirPersona = (escrita: Escrita, candidatura: Elegida) => elegir(Object.assign(escrita, { dicha: true }), candidatura)

  return {
    ...{ ...lectura, titulos, guardando, resultado, detenidas, discrepantes },
    ...{ elegirPersona, elegirRespuesta, corregirRespuesta, elegirArchivo, guardarTodo },
  }
}

function avisoOf(
  kept: number,
  left: readonly Cambio[],
  { titulos, razones }: { titulos: ReadonlyMap<string, string>; razones: ReadonlyMap<string, string> },
): Aviso {
  const detalles = left.map(({ campo, etiqueta }) =>
    t('archivos.noQuedo', { pregunta: titulos.get(campo) ?? etiqueta, razon: razones.get(campo) ?? t('archivos.depende') }),
  )
  return { tone: left.length > 0 ? 'warning' : 'success', text: tn('archivos.guardadas', kept), detalles }
}
