import { CONFIANZAS, ENCARGOS, MILESTONES, type Milestone } from '@conoceles/domain'
import { AcuseDto } from '../../../bitacora/index.ts'
import { ClaveNombreDto, PartePlantillaDto } from '../../../proceso/index.ts'
import { Entero, Fecha, Lista, Logico, Objeto, Opcion, Texto, Uuid } from '../../../../shared/validacion/fields.ts'

export class ReglasSesionDto {
  @Entero({ descripcion: 'El quórum es más que esta parte de quienes tienen voto: numerador.' }) quorumNumerador: number
  @Entero({ descripcion: 'Denominador.' }) quorumDenominador: number
  @Logico({ descripcion: 'Si el quórum pide a quien preside.' }) quorumPresidencia: boolean
  @Entero({ descripcion: 'Se aprueba con más que esta parte de los votos: numerador.' }) mayoriaNumerador: number
  @Entero({ descripcion: 'Denominador.' }) mayoriaDenominador: number
  @Opcion(['presentes', 'integrantes'], { descripcion: 'De quiénes es la mayoría.' }) mayoriaDe: 'presentes' | 'integrantes'
  @Logico({ descripcion: 'Si quien preside decide un empate.' }) votoCalidad: boolean
  @Texto({ descripcion: 'De dónde salen las reglas.' }) fuente: string
  @Opcion(CONFIANZAS, { descripcion: 'Qué tan seguras son.' }) confianza: (typeof CONFIANZAS)[number]
}

export class OrganoDto extends ClaveNombreDto {
  @Opcion(MILESTONES, { descripcion: 'Momento que cumple lo que este órgano aprueba.', nulo: true }) aprueba: Milestone | null
  @Opcion(['acta', 'minuta'], { descripcion: 'Qué documento cuenta lo celebrado.' }) papel: 'acta' | 'minuta'
  @Objeto(() => ReglasSesionDto, { descripcion: 'Cómo sesiona y decide.' }) reglas: ReglasSesionDto
}

export class ListOrganosDto {
  @Lista(() => OrganoDto, { descripcion: 'Órganos que sesionan.' }) elementos: OrganoDto[]
  @Lista(() => PartePlantillaDto, { descripcion: 'Frases vigentes del orden del día.' }) agenda: PartePlantillaDto[]
}

export class SuplidoDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
}

export class IntegranteDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Texto({ descripcion: 'Puesto en el instituto.', nulo: true }) puesto: string | null
  @Opcion(ENCARGOS, { descripcion: 'Cargo en el órgano.' }) encargo: (typeof ENCARGOS)[number]
  @Opcion(ENCARGOS, { descripcion: 'Cargo que ejerce ese día; nulo si no actúa: no lo tiene, o alguien lo suple.', nulo: true })
  ejerce: (typeof ENCARGOS)[number] | null
  @Logico({ descripcion: 'Si tiene voto.' }) voto: boolean
  @Fecha({ descripcion: 'Primer día.' }) desde: string
  @Fecha({ descripcion: 'Último día; nulo mientras no conste.', nulo: true }) hasta: string | null
  @Objeto(() => SuplidoDto, { descripcion: 'A quién suple.', nulo: true }) suple: SuplidoDto | null
  @Uuid({ descripcion: 'Cuenta con la que consulta sus sesiones; nula si no tiene.', nulo: true }) cuentaId: string | null
  @Texto({ descripcion: 'Acuerdo u oficio que da el cargo.', nulo: true }) documento: string | null
  @Uuid({ descripcion: 'Su documento.', nulo: true }) documentoId: string | null
  @Texto({ descripcion: 'De dónde sale.' }) fuente: string
  @Opcion(CONFIANZAS, { descripcion: 'Qué tan seguro es.' }) confianza: (typeof CONFIANZAS)[number]
  @Texto({ descripcion: 'Qué deja abierto su fuente.', nulo: true }) nota: string | null
  @Texto({ descripcion: 'Con qué terminó.', nulo: true }) termino: string | null
  @Uuid({ descripcion: 'Documento con el que terminó.', nulo: true }) terminoDocumentoId: string | null
}

export class ListIntegrantesQueryDto {
  @Texto({ descripcion: 'Clave del órgano.', max: 40, ejemplo: 'comision' }) organo: string
  @Fecha({ descripcion: 'Día que se pregunta; hoy, si no se dice.', opcional: true }) dia?: string
}

export class ListIntegrantesDto {
  @Fecha({ descripcion: 'Día que se preguntó.' }) dia: string
  @Lista(() => IntegranteDto, { descripcion: 'Todos los cargos del órgano: primero la presidencia.' }) elementos: IntegranteDto[]
}

export class CreateIntegranteDto {
  @Texto({ descripcion: 'Clave del órgano.', max: 40 }) organo: string
  @Texto({ descripcion: 'Nombre completo.', min: 3, max: 200 }) nombre: string
  @Texto({ descripcion: 'Puesto en el instituto.', opcional: true, max: 200 }) puesto?: string
  @Opcion(ENCARGOS, { descripcion: 'Cargo en el órgano.' }) encargo: (typeof ENCARGOS)[number]
  @Logico({ descripcion: 'Si tiene voto.' }) voto: boolean
  @Fecha({ descripcion: 'Primer día.' }) desde: string
  @Fecha({ descripcion: 'Último día, si ya se sabe.', opcional: true }) hasta?: string
  @Uuid({ descripcion: 'A quién suple.', opcional: true }) suple?: string
  @Texto({ descripcion: 'Acuerdo u oficio que da el cargo.', min: 3, max: 200 }) documento: string
  @Uuid({ descripcion: 'Documento recibido.', opcional: true }) documentoId?: string
}

export class TerminarIntegranteDto {
  @Fecha({ descripcion: 'Último día en el cargo.' }) hasta: string
  @Texto({ descripcion: 'Acuerdo, oficio o hecho con el que termina.', min: 3, max: 300 }) termino: string
  @Uuid({ descripcion: 'Documento recibido.', opcional: true }) documentoId?: string
}

export class ActoIntegranteDto {
  @Objeto(() => IntegranteDto, { descripcion: 'Cómo quedó.' }) integrante: IntegranteDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}

export class CuentaIntegranteDto {
  @Texto({ descripcion: 'Correo de su cuenta de la Comisión o de la Secretaría; nulo: ninguna.', nulo: true, min: 3, max: 254 }) correo:
    string | null
}
