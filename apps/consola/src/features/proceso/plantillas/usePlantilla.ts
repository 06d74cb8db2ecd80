import type { DocumentoPlantilla } from '@conoceles/domain'
import type { FieldError } from '@conoceles/ui'
import { computed, ref, shallowRef } from 'vue'
import type { PlantillaDocumento, VersionPlantilla } from '../../../api-types.ts'
import { fieldErrorsOf } from '../../../shared/formularios/form-errors.ts'
import { useFormulario } from '../../../shared/formularios/useFormulario.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useDescarga } from '../../../shared/red/useDescarga.ts'
import { useRemote } from '../../../shared/red/useRemote.ts'
import { t } from '../mensajes.ts'
import { blankPlantilla, formOf, idsOf, partesOf, plantillaErrors, textErrors, textosOf } from './plantilla-form.ts'
import { guardarPlantilla, listPlantillas, previewPlantilla } from './plantillas.api.ts'

/** Sentences of a document: its versions, the text being written, its preview and its saving. */
export function usePlantilla(documento: DocumentoPlantilla) {
  const { remote, versiones, paquete } = useVersiones(documento)
  const formulario = useFormulario(`plantilla ${documento}`, blankPlantilla)
  const { values } = formulario
  const { busy, run } = useAct()
  const descarga = useDescarga()
  const errors = ref<FieldError[]>([])
  /** Outcome of the last act, in words. */
  const done = shallowRef<{ title: string; text: string } | null>(null)
  const keyOf = createKeys()

  async function load(): Promise<void> {
    await remote.reload()
    const [vigente] = versiones.value
    if (vigente) await formulario.begin(formOf(vigente))
  }

  async function save(): Promise<void> {
    done.value = null
    errors.value = plantillaErrors(documento, values)
    if (errors.value.length > 0) return
    const body = { partes: partesOf(documento, values.textos), version: values.version, motivo: values.motivo.trim() }
    const result = await run(() => guardarPlantilla(documento, body, keyOf(body)))
    if (result.ok) await settle(result.data)
    else if (result.problem.code === 'plantilla.version_distinta') await meet()
    else errors.value = fieldErrorsOf(result.problem, idsOf(documento))
  }

  async function settle({ versiones: [vigente] }: PlantillaDocumento): Promise<void> {
    formulario.finish()
    await remote.reload()
    if (!vigente) return
    await formulario.begin(formOf(vigente))
    done.value = { title: t('plantillas.guardada', { n: vigente.version }), text: t('plantillas.guardadaTexto') }
  }

  /** Somebody else saved meanwhile: the text stays, and the next saving is over what was saved. */
  async function meet(): Promise<void> {
    await remote.reload()
    values.version = versiones.value[0]?.version ?? values.version
    errors.value = [{ id: null, text: t('plantillas.otra', { n: values.version }) }]
  }

  /** Puts the text of an older version in the boxes; it is not in force until it is saved. */
  function restore({ version, partes }: VersionPlantilla): void {
    values.textos = textosOf(partesOf(documento, { ...paquete.value, ...textosOf(partes) }))
    values.motivo = version === 0 ? t('plantillas.seRestauraPaquete') : t('plantillas.seRestaura', { n: version })
    errors.value = []
    done.value = { title: t('plantillas.restaurada'), text: t('plantillas.restauradaTexto') }
  }

  function preview(): void {
    errors.value = textErrors(documento, values.textos)
    if (errors.value.length > 0) return
    void descarga.start(documento, (onProgress) => previewPlantilla(documento, partesOf(documento, values.textos), onProgress))
  }

  return { remote, formulario, values, versiones, paquete, busy, descarga, errors, done, load, save, restore, preview }
}

/** Versions of a document, from the one in force to that of the pack. */
function useVersiones(documento: DocumentoPlantilla) {
  const remote = useRemote(listPlantillas)
  const versiones = computed(() => remote.data.value?.elementos.find((each) => each.documento === documento)?.versiones ?? [])
  const paquete = computed(() => textosOf(versiones.value.at(-1)?.partes ?? []))
  return { remote, versiones, paquete }
}

/** The same content has the same key, however often it is sent. */
function createKeys(): (content: object) => string {
  let last = { of: '', key: '' }
  return (content) => {
    const of = JSON.stringify(content)
    if (last.of !== of) last = { of, key: crypto.randomUUID() }
    return last.key
  }
}
