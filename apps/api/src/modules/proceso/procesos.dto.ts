import { Fecha, Instante, Lista, Logico, Objeto, Texto, Textos } from '../../shared/validacion/fields.ts'

export class ClaveNombreDto {
  @Texto({ descripcion: 'Clave.', ejemplo: '17007' }) clave: string
  @Texto({ descripcion: 'Nombre.', ejemplo: 'Cuernavaca' }) nombre: string
}

export class RelojDto {
  @Instante({ descripcion: 'Hora legal del sistema.', ejemplo: '2024-04-20T16:00:00Z' }) ahora: string
  @Logico({ descripcion: 'Si es un simulacro cuyo reloj se puede mover.' }) movible: boolean
}

export class MoverRelojDto {
  @Instante({ descripcion: 'Hora que tendrá el simulacro.', ejemplo: '2024-04-28T10:00:00-06:00' }) ahora: string
}

export class CargoDto extends ClaveNombreDto {
  @Texto({ descripcion: 'Nombre de una candidatura al cargo.' }) singular: string
}

export class ActorPoliticoDto extends ClaveNombreDto {
  @Texto({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Partido, alianza o independiente.', ejemplo: 'partido' }) tipo: string
  @Texto({ descripcion: 'Figura de una alianza, como coalición o candidatura común.', nulo: true }) figura: string | null
  @Texto({ descripcion: 'Color no oficial.', nulo: true }) color: string | null
}

export class CausaDto extends ClaveNombreDto {
  @Textos({ descripcion: 'Actos que pueden darla como causa.', ejemplo: ['sustituir'] }) actos: string[]
  @Logico({ descripcion: 'Si puede decirse al público.' }) publica: boolean
}

export class ReglaDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Lo que la regla pide.' }) texto: string
}

export class InstitutoDto {
  @Texto({ descripcion: 'Siglas.', ejemplo: 'IMPEPAC' }) siglas: string
  @Texto({ descripcion: 'Nombre completo.' }) nombre: string
  @Texto({ descripcion: 'Teléfono de ayuda.', nulo: true }) telefono: string | null
  @Texto({ descripcion: 'WhatsApp de ayuda.', nulo: true }) whatsapp: string | null
}

export class ProcesoDto extends ClaveNombreDto {
  @Texto({ descripcion: 'Entidad federativa.', ejemplo: 'Morelos' }) entidad: string
  @Objeto(() => InstitutoDto, { descripcion: 'Instituto responsable.' }) instituto: InstitutoDto
  @Fecha({ descripcion: 'Día de la jornada electoral.', ejemplo: '2024-06-02' }) jornada: string
  @Logico({ descripcion: 'Si es un simulacro con personas ficticias.' }) simulacro: boolean
  @Objeto(() => RelojDto, { descripcion: 'Reloj legal.' }) reloj: RelojDto
  @Logico({ descripcion: 'Si el instituto permite verificar en un solo paso varias candidaturas que la persona revisora abrió.' })
  verificaVarias: boolean
  @Lista(() => CargoDto, { descripcion: 'Cargos.' }) cargos: CargoDto[]
  @Lista(() => ActorPoliticoDto, { descripcion: 'Actores políticos.' }) actoresPoliticos: ActorPoliticoDto[]
  @Lista(() => ClaveNombreDto, { descripcion: 'Distritos.' }) distritos: ClaveNombreDto[]
  @Lista(() => ClaveNombreDto, { descripcion: 'Municipios.' }) municipios: ClaveNombreDto[]
  @Lista(() => ClaveNombreDto, { descripcion: 'Comunidades con autoridades propias (cuarto orden de gobierno).' })
  comunidades: ClaveNombreDto[]
  @Lista(() => CausaDto, { descripcion: 'Causas de los cambios.' }) causas: CausaDto[]
  @Lista(() => ClaveNombreDto, { descripcion: 'Órganos que acuerdan.' }) organos: ClaveNombreDto[]
  @Lista(() => ClaveNombreDto, { descripcion: 'Grupos de acción afirmativa.' }) grupos: ClaveNombreDto[]
  @Lista(() => ReglaDto, { descripcion: 'Reglas con las que se advierte.' }) reglas: ReglaDto[]
}
