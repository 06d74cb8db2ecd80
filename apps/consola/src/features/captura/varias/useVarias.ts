import { computed, shallowRef } from 'vue'
import type { PorHacer, Hecha } from '../../../api-types.ts'
import { readEntry, writeEntry } from '../../../shared/guardado/entry-state.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useBorradoresStore } from '../../../stores/borradores.ts'
import { t } from '../mensajes.ts'
import { useRemote } from '../../../shared/red/useRemote.ts'
import type { Elegida } from '../../../shared/lista/seleccion.ts'
import { cuentaDe } from './cuenta.ts'
import { hacerVarias, previewVarias, type ActoVarias } from './varias.api.ts'

const ENTRY = 'varias'
/** Candidaturas of one request: few enough to see it advance on a slow line. */
const PART = 25

/** A confirmed sending, as the entry of the history keeps it: a reload goes on with the same key. */
interface Envio {
  clave: string
  elegidas: PorHacer[]
  hechas: Hecha[]
}

/** One act on several candidaturas: the preview, the sending by parts, and the exact account. */
export function useVarias(acto: ActoVarias) {
  const chosen = (readEntry<Elegida[]>('elegidas') ?? []).map(({ id }) => id)
  const borradores = useBorradoresStore()
  const preview = useRemote(async () => {
    await borradores.queue.flush()
    return previewVarias(acto, chosen)
  })
  const envio = shallowRef<Envio | null>(readEntry<Envio>(ENTRY))
  const { busy, problem, run } = useAct()

  const elegidas = computed(() => envio.value?.elegidas ?? (preview.data.value?.elementos ?? []).map(withUnsent))
  const listas = computed(() => elegidas.value.filter(({ razones }) => razones.length === 0))
  const fuera = computed(() => elegidas.value.filter(({ razones }) => razones.length > 0))
  const hechas = computed(() => envio.value?.hechas ?? [])
  const waiting = computed(() => {
    const answered = new Set(hechas.value.map(({ id }) => id))
    return listas.value.filter(({ id }) => !answered.has(id))
  })
  const done = computed(() => envio.value !== null && waiting.value.length === 0)
  const cuenta = computed(() => cuentaDe(elegidas.value, hechas.value))

  /** Leaves out one with text that this machine could not send yet: the act would not have it. */
  function withUnsent(elegida: PorHacer): PorHacer {
    const held = borradores.unsent.some(({ draft }) => draft.candidaturaId === elegida.id)
    return held ? { ...elegida, razones: [...elegida.razones, t('envio.porGuardar')] } : elegida
  }

  async function begin(): Promise<void> {
    if (envio.value === null && chosen.length > 0) await preview.reload()
  }

  async function send(): Promise<void> {
    envio.value ??= { clave: crypto.randomUUID(), elegidas: elegidas.value, hechas: [] }
    writeEntry(ENTRY, envio.value)
    while (waiting.value.length > 0 && (await sendPart(envio.value)));
  }

  async function sendPart({ clave, ...rest }: Envio): Promise<boolean> {
    const part = waiting.value.slice(0, PART).map(({ id, version }) => ({ id, version }))
    const result = await run(() => hacerVarias(acto, part, clave))
    if (!result.ok) return false
    envio.value = { clave, ...rest, hechas: [...hechas.value, ...result.data.elementos] }
    writeEntry(ENTRY, envio.value)
    return result.data.elementos.length > 0
  }

  return { chosen, preview, envio, listas, fuera, hechas, waiting, done, cuenta, busy, problem, begin, send }
}
