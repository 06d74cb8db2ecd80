import type { Outcome, Problem } from '@conoceles/api-client'
import { onBeforeUnmount, reactive, ref, shallowRef, type Ref } from 'vue'
import type { Acuse, Candidatura, Captura, LecturaPedida, SeccionCaptura, Supuestos } from '../../../api-types.ts'
import { readCuestionarios, type Cuestionarios } from '../../../shared/captura/cuestionarios.ts'
import { saveFile } from '../../../shared/red/save-file.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import {
  cerrar,
  leerIdentidad,
  listSupuestos,
  observar,
  pausar,
  readCandidatura,
  readCaptura,
  readFormato,
  readFotografia,
  reanudar,
  resolver,
  reviewConsentimiento,
  verificar,
  type Cierre,
  type NuevaObservacion,
  type Resolucion,
  type RevisionFormato,
} from './revision.api.ts'

interface Revision {
  candidatura: Candidatura
  captura: Captura
  cuestionarios: Cuestionarios
  supuestos: Supuestos
}

/** Review of a candidatura, and the acts on it. Each act reads everything again: its version must be the last. */
export function useRevision(id: Ref<string>) {
  const data = shallowRef<Revision | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  const photo = usePhoto()
  const anterior = usePhoto()
  const actos = useActos({ id, data, load })

  async function load(): Promise<void> {
    const wanted = id.value
    if (data.value?.candidatura.id !== wanted) {
      data.value = null
      actos.clear()
    }
    loading.value = true
    problem.value = null
    const result = await readAll(wanted)
    if (wanted !== id.value) return
    loading.value = false
    problem.value = result.ok ? null : result.problem
    if (!result.ok) return
    data.value = result.data
    const { fotografia } = result.data.captura
    void photo.show(wanted, fotografia)
    void anterior.show(wanted, fotografia?.anterior ?? null)
  }

  return { ...actos, data, problem, loading, photo: photo.src, anterior: anterior.src, load }
}

interface ActosSources {
  id: Ref<string>
  data: Ref<Revision | null>
  load(): Promise<void>
}

function useActos({ id, data, load }: ActosSources) {
  const acuse = shallowRef<Acuse | null>(null)
  const act = useAct()
  const formato = useAct()
  const download = useAct()
  const lectura = useAct()
  /** Number of times that each form was sent: it begins anew after its own act, and keeps its text after the other acts. */
  const turns = reactive({ observar: 0, pausar: 0, verificar: 0 })

  function clear(): void {
    acuse.value = null
    act.problem.value = null
    lectura.problem.value = null
  }

  async function perform(work: (version: number) => Promise<Outcome<Acuse>>, form?: keyof typeof turns): Promise<void> {
    await act.run(
      () => work(data.value?.captura.version ?? 0),
      async (done) => {
        acuse.value = done
        await load()
        if (form !== undefined) turns[form]++
      },
    )
  }

  function observeSection({ seccion, ...ground }: OnSection & Ground): Promise<void> {
    return perform((version) => observar(id.value, { version, ...placeOf(seccion), ...ground }), 'observar')
  }

  function pauseSection({ seccion, ...pausa }: OnSection & { supuesto: string; motivo: string; hasta: string | null }): Promise<void> {
    return perform((version) => pausar(id.value, { version, ...placeOf(seccion), ...pausa }), 'pausar')
  }

  const close = (cierre: Cierre) => perform((version) => cerrar(id.value, { ...cierre, version }))
  const resolve = (resolucion: Resolucion) => perform((version) => resolver(id.value, { ...resolucion, version }))
  const resume = (fin: { pausa: string; razon: string }) => perform((version) => reanudar(id.value, { ...fin, version }))

  async function reviewForm(verdict: RevisionFormato): Promise<void> {
    await formato.run(() => reviewConsentimiento(id.value, verdict), load)
  }

  async function downloadFormato(consentimiento: string): Promise<void> {
    const result = await download.run(() => readFormato(id.value, consentimiento))
    if (!result.ok) return
    saveFile(result.data, `consentimiento-${data.value?.candidatura.clave ?? id.value}.${await extensionOf(result.data)}`)
  }

  async function openIdentidad(motivo: LecturaPedida): Promise<void> {
    const wanted = id.value
    const result = await lectura.run(() => leerIdentidad(wanted, motivo))
    if (result.ok && data.value !== null && wanted === id.value) data.value = { ...data.value, captura: result.data }
  }

  const verify = () => perform((version) => verificar(id.value, version), 'verificar')
  const reviews = { formato, download, reviewForm, downloadFormato, lectura, openIdentidad }
  return { acuse, act, turns, clear, verify, observeSection, pauseSection, close, resolve, resume, ...reviews }
}

type Ground = Omit<NuevaObservacion, 'version' | 'cuestionario' | 'seccion'>

interface OnSection {
  seccion: SeccionCaptura
}

function placeOf({ cuestionario, clave }: SeccionCaptura) {
  return { cuestionario, seccion: clave }
}

async function readAll(id: string): Promise<Outcome<Revision>> {
  const [candidatura, captura, supuestos] = await Promise.all([readCandidatura(id), readCaptura(id), listSupuestos()])
  if (!candidatura.ok) return candidatura
  if (!captura.ok) return captura
  const cuestionarios = await readCuestionarios(captura.data)
  if (!cuestionarios.ok) return cuestionarios
  if (!supuestos.ok) return supuestos
  return {
    ok: true,
    data: { candidatura: candidatura.data, captura: captura.data, cuestionarios: cuestionarios.data, supuestos: supuestos.data },
  }
}

function usePhoto() {
  const src = ref<string | null>(null)
  onBeforeUnmount(release)

  function release(): void {
    if (src.value !== null) URL.revokeObjectURL(src.value)
    src.value = null
  }

  async function show(id: string, fotografia: { sha256: string } | null): Promise<void> {
    release()
    const result = fotografia === null ? null : await readFotografia(id, fotografia.sha256)
    if (result?.ok) src.value = URL.createObjectURL(result.data)
  }

  return { src, show }
}

/** Every form arrives as plain bytes; the first byte tells the kind. */
async function extensionOf(formato: Blob): Promise<string> {
  const [first = 0] = new Uint8Array(await formato.slice(0, 1).arrayBuffer())
  return (
    new Map([
      [0x25, 'pdf'],
      [0x89, 'png'],
      [0xff, 'jpg'],
    ]).get(first) ?? 'bin'
  )
}
