import { Entero, Opcion, Uuid } from '../../../shared/validacion/fields.ts'

export const FORMATOS_PAPEL = ['pdf', 'docx'] as const
export type FormatoPapel = (typeof FORMATOS_PAPEL)[number]

export class PapelQueryDto {
  @Opcion(FORMATOS_PAPEL, { descripcion: 'Formato; PDF, si no se dice.', opcional: true }) formato?: FormatoPapel
}

/** Organs that take an acuerdo on an entregable, by the moment that they fulfil. */
export const ORGANOS_ACUERDO = ['comision', 'pleno'] as const
export type OrganoAcuerdo = (typeof ORGANOS_ACUERDO)[number]

export class ProyectoQueryDto extends PapelQueryDto {
  @Opcion(ORGANOS_ACUERDO, { descripcion: 'De qué órgano es el acuerdo; del Pleno, si no se dice.', opcional: true }) organo?: OrganoAcuerdo
}

export class CertificacionParamsDto {
  @Uuid({ descripcion: 'Documento recibido: el de un acuerdo, el acta firmada o la versión aprobada de un entregable.' }) id: string
}

export class CertificacionQueryDto extends PapelQueryDto {
  @Entero({ descripcion: 'Fojas útiles de la copia; sin ellas queda el hueco.', opcional: true, min: 1, max: 9_999 }) fojas?: number
}
