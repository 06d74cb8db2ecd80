import { emptyGuion } from '@conoceles/cuestionarios'
import type { Cuestionario } from '../../captura/index.ts'
import type { Borrador } from './borrador.entity.ts'

export const REGISTRO = {
  guardar: 'borrador.guardado',
  aprobar: 'borrador.aprobado',
  devolver: 'borrador.devuelto',
  descartar: 'borrador.descartado',
  proponer: 'borrador.activacion_propuesta',
  retirar: 'borrador.activacion_retirada',
  activar: 'cuestionario.activado',
  deshacer: 'cuestionario.deshecho',
} as const

export const SIN_APROBAR = { acuerdoId: null, vigenteDesde: null, baseId: null, aprobacion: null }
export const SIN_PROPUESTA = { propuestoPor: null, propuestoEn: null, propuestoAlcance: null }

export const VACIO: Record<Cuestionario['tipo'], Pick<Borrador, 'titulo' | 'cargos' | 'schema' | 'uischema'>> = {
  curricular: { titulo: 'Cuestionario curricular', cargos: null, ...emptyGuion() },
  identidad: { titulo: 'Cuestionario de identidad', cargos: null, ...emptyGuion() },
}
export const FORMA = 'No tiene la forma de un cuestionario.'
