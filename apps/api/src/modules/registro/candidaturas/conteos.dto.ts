import { Entero, Lista, Texto } from '../../../shared/validacion/fields.ts'

export class ConteoDto {
  @Texto({ descripcion: 'Clave del valor.', ejemplo: 'regiduria' }) clave: string
  @Entero({ descripcion: 'Cuántas candidaturas.', ejemplo: 12 }) cuantas: number
}

const otros = 'con los demás filtros puestos; lo que no tiene ninguna no aparece.'

export class ConteosCandidaturasDto {
  @Entero({ descripcion: 'Cuántas cumplen todo el filtro: las mismas que la lista.' }) total: number
  @Lista(() => ConteoDto, { descripcion: `Por cargo, ${otros}` }) cargos: ConteoDto[]
  @Lista(() => ConteoDto, { descripcion: `Por actor político que postula o partido de origen, ${otros}` }) actores: ConteoDto[]
  @Lista(() => ConteoDto, { descripcion: `Por estatus, ${otros}` }) estatus: ConteoDto[]
  @Lista(() => ConteoDto, { descripcion: `Por estatus de la captura, ${otros}` }) estatusCaptura: ConteoDto[]
  @Lista(() => ConteoDto, { descripcion: `Por calidad, ${otros}` }) calidades: ConteoDto[]
  @Lista(() => ConteoDto, { descripcion: `Por cómo va el plazo de captura, ${otros}` }) plazos: ConteoDto[]
}
