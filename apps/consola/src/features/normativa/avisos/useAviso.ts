import {
  completarAviso,
  faltasDelAviso,
  leyQueRige,
  razonesContraActoAviso,
  type FaltaAviso,
  type Finalidad,
  type LeyPack,
  type PartePack,
} from '@conoceles/domain'
import { computed } from 'vue'
import type { BorradorAviso } from '../../../api-types.ts'
import { useDraft } from '../borradores/useDraft.ts'
import { guardar, readBorrador } from './avisos.api.ts'

/** Fields of a version that somebody writes. */
export interface AvisoForm {
  integral: string
  simplificado: string
  finalidades: Finalidad[]
  vigenteDesde: string
}

/** A version that is written here and saved when somebody says so. */
export function useAviso(id: string) {
  const draft = useDraft<BorradorAviso, AvisoForm>({
    name: `aviso ${id}`,
    permiso: 'avisos.redactar',
    conflict: 'aviso.version_distinta',
    auto: false,
    blank,
    formOf,
    read: () => readBorrador(id),
    save: (version, { vigenteDesde, ...texts }) => guardar(id, { version, ...texts, vigenteDesde: vigenteDesde || null }),
  })
  return { draft, ...useLectura(draft.borrador, draft.values) }
}

/** Text as it would be read and judged, while it is written. */
function useLectura(borrador: { value: BorradorAviso | null }, values: AvisoForm) {
  const ley = computed(() => {
    const read = borrador.value
    if (!read) return null
    return values.vigenteDesde === '' ? read.ley : leyQueRige(read.leyes as LeyPack[], values.vigenteDesde)
  })
  const datos = computed(() => ({ finalidades: values.finalidades, ley: ley.value as LeyPack | null, datos: borrador.value?.datos ?? [] }))
  const textos = computed(() => ({
    integral: completarAviso(values.integral, datos.value),
    simplificado: completarAviso(values.simplificado, datos.value),
  }))
  const faltas = computed(() => {
    const { partes = [], leyes = [] } = borrador.value ?? {}
    const reglas = { partes: partes.map((parte): PartePack => ({ ...parte, articulos: {} })), leyes: leyes as LeyPack[] }
    return faltasDelAviso({ integral: values.integral, simplificado: values.simplificado, ...datos.value, reglas })
  })
  /** Reasons against sending the text, saved or not. */
  const razones = computed(() => (borrador.value ? razonesDeEnviar(borrador.value, values, faltas.value) : []))
  return { ley, textos, faltas, razones }
}

function razonesDeEnviar(read: BorradorAviso, values: AvisoForm, faltas: readonly FaltaAviso[]): string[] {
  return razonesContraActoAviso(
    {
      estatus: read.estatus,
      faltas: faltas.filter(({ gravedad }) => gravedad === 'falta').length,
      cambia: differs(read) || textOf({ ...values, vigenteDesde: '' }) !== textOf({ ...formOf(read), vigenteDesde: '' }),
      vigenteDesde: values.vigenteDesde || null,
      ultimaDesde: read.base?.vigenteDesde ?? null,
    },
    'enviar',
  )
}

/** Whether the saved text differs from the last version published. */
function differs({ diferencias }: BorradorAviso): boolean {
  return diferencias === null || [...diferencias.integral, ...diferencias.simplificado].some(({ kind }) => kind !== 'same')
}

function formOf({ integral, simplificado, finalidades, vigenteDesde }: BorradorAviso): AvisoForm {
  return { integral, simplificado, finalidades, vigenteDesde: vigenteDesde ?? '' }
}

function textOf({ integral, simplificado, finalidades, vigenteDesde }: AvisoForm): string {
  return JSON.stringify({ integral, simplificado, finalidades, vigenteDesde })
}

function blank(): AvisoForm {
  return { integral: '', simplificado: '', finalidades: [], vigenteDesde: '' }
}
