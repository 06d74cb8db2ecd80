import { CONFIANZAS, ELECCIONES_CONSENTIMIENTO, ESTATUS_SECCION, NIVELES_SUPUESTO, OBJETOS_SUPUESTO, ROLES } from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import { AccionDto } from '../../registro/index.ts'
import {
  Entero,
  Fecha,
  Instante,
  Libre,
  Lista,
  Logico,
  Objeto,
  Opcion,
  Opciones,
  Texto,
  Textos,
  Uuid,
} from '../../../shared/validacion/fields.ts'
import { LecturaIdentidadDto } from '../lecturas/lecturas.dto.ts'
import { ObservacionDto, PausaDto, SolicitudCorreccionDto, TIPOS_CUESTIONARIO } from '../revision/revision.dto.ts'

export class CuestionarioDto {
  @Opcion(TIPOS_CUESTIONARIO, { descripcion: 'Curricular o de identidad.' }) tipo: (typeof TIPOS_CUESTIONARIO)[number]
  @Entero({ descripcion: 'Versión.', ejemplo: 1 }) version: number
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Textos({ descripcion: 'Cargos que lo responden; nulo: todos.', nulo: true }) cargos: string[] | null
  @Libre({ descripcion: 'JSON Schema 2020-12: una propiedad por pregunta.' }) schema: Record<string, unknown>
  @Libre({ descripcion: 'UI schema de JSON Forms: secciones, orden y reglas para mostrar.' }) uischema: Record<string, unknown>
}

export class ListCuestionariosDto {
  @Lista(() => CuestionarioDto, { descripcion: 'Versiones vigentes.' }) elementos: CuestionarioDto[]
}

export class FundamentoDto {
  @Texto({ descripcion: 'Artículo; nulo si no se halló.', nulo: true }) articulo: string | null
  @Texto({ descripcion: 'De dónde sale.' }) fuente: string
  @Opcion(CONFIANZAS, { descripcion: 'Qué tan seguro es.' }) confianza: (typeof CONFIANZAS)[number]
}

export class SupuestoDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Supuesto por el que se observa una sección.' }) texto: string
  @Opcion(OBJETOS_SUPUESTO, { descripcion: 'De qué se dice; general: de una sección o de la fotografía.' })
  objeto: (typeof OBJETOS_SUPUESTO)[number]
  @Opcion(NIVELES_SUPUESTO, { descripcion: 'De forma o de contenido; nulo si no se dijo.', nulo: true })
  nivel: (typeof NIVELES_SUPUESTO)[number] | null
  @Texto({ descripcion: 'Texto para el expediente, que se completa.', nulo: true }) hallazgo: string | null
  @Texto({ descripcion: 'Cómo se subsana; nulo si no puede subsanarse o no se dijo.', nulo: true }) comoSubsanar: string | null
  @Logico({ descripcion: 'Si puede subsanarse.' }) subsanable: boolean
  @Objeto(() => FundamentoDto, { descripcion: 'Artículo que lo funda; sólo lo lee el instituto.', nulo: true })
  fundamento: FundamentoDto | null
}

export class ListSupuestosDto {
  @Lista(() => SupuestoDto, { descripcion: 'Lista cerrada de supuestos.' }) elementos: SupuestoDto[]
  @Instante({ descripcion: 'Último instante para atender lo que se observe hoy.' }) venceEn: string
}

export class SeccionParamsDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Opcion(TIPOS_CUESTIONARIO, { descripcion: 'Cuestionario.' }) cuestionario: (typeof TIPOS_CUESTIONARIO)[number]
  @Texto({ descripcion: 'Clave de la sección.', max: 60, ejemplo: 'propuestas' }) seccion: string
}

export class SaveSeccionDto {
  @Entero({ descripcion: 'Versión que se leyó; 0 si nadie la había guardado.', ejemplo: 0 }) version: number
  @Libre({ descripcion: 'Respuestas por clave de pregunta; lo que falta queda en blanco.', ejemplo: { propuesta_1: 'Texto' } })
  respuestas: Record<string, unknown>
}

export class FaltanteDto {
  @Texto({ descripcion: 'Pregunta.' }) campo: string
  @Textos({ descripcion: 'Qué falta.' }) razones: string[]
}

export class RechazadaDto {
  @Texto({ descripcion: 'Pregunta.' }) campo: string
  @Textos({ descripcion: 'Por qué no se guardó.' }) razones: string[]
}

export class SavedSeccionDto {
  @Entero({ descripcion: 'Versión guardada.' }) version: number
  @Opcion(ESTATUS_SECCION, { descripcion: 'Estatus de la sección.' }) estatus: (typeof ESTATUS_SECCION)[number]
  @Logico({ descripcion: 'Si se recibió después del plazo.' }) extemporanea: boolean
  @Lista(() => FaltanteDto, { descripcion: 'Lo que falta para completarla.' }) faltantes: FaltanteDto[]
  @Lista(() => RechazadaDto, { descripcion: 'Respuestas que no se guardaron: de cada una queda la que ya estaba.' })
  rechazadas: RechazadaDto[]
  @Instante({ descripcion: 'Hora del servidor.' }) guardadaEn: string
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}

export class PropiasDto {
  @Libre({ descripcion: 'Respuestas por clave de pregunta.' }) respuestas: Record<string, unknown>
  @Instante({ descripcion: 'Cuándo las guardó.' }) guardadaEn: string
}

export class SeccionCapturaDto {
  @Opcion(TIPOS_CUESTIONARIO, { descripcion: 'Cuestionario.' }) cuestionario: (typeof TIPOS_CUESTIONARIO)[number]
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Opcion(ESTATUS_SECCION, { descripcion: 'Estatus.' }) estatus: (typeof ESTATUS_SECCION)[number]
  @Entero({ descripcion: 'Versión.' }) version: number
  @Libre({ descripcion: 'Respuestas capturadas; para el instituto, como se validaron por última vez.' }) respuestas: Record<string, unknown>
  @Libre({ descripcion: 'Respuestas como se verificaron por última vez.', nulo: true }) verificadas: Record<string, unknown> | null
  @Textos({ descripcion: 'Preguntas que otra versión agregó después de lo último que se validó: todavía no se le hacen.' })
  sinPreguntar: string[]
  @Textos({ descripcion: 'Preguntas que no se le hacen, por su fecha de nacimiento.' }) porEdad: string[]
  @Objeto(() => PropiasDto, {
    descripcion: 'Lo que la persona había escrito antes de que otra cuenta lo cambiara; sólo ella lo ve.',
    nulo: true,
  })
  propias: PropiasDto | null
  @Lista(() => FaltanteDto, { descripcion: 'Lo que falta.' }) faltantes: FaltanteDto[]
  @Lista(() => ObservacionDto, { descripcion: 'Observaciones, de la más antigua a la más reciente.' }) observaciones: ObservacionDto[]
  @Objeto(() => SolicitudCorreccionDto, { descripcion: 'Última solicitud de corregirla.', nulo: true })
  solicitud: SolicitudCorreccionDto | null
  @Objeto(() => PausaDto, { descripcion: 'Pausa en vigor.', nulo: true }) pausa: PausaDto | null
  @Lista(() => AccionDto, { descripcion: 'Lo que esta cuenta puede hacer con ella, y por qué no.' }) acciones: AccionDto[]
  @Instante({ descripcion: 'Desde cuándo está de vuelta con el actor político; nulo si no lo está o no consta.', nulo: true })
  abiertaDesde: string | null
  @Instante({ descripcion: 'Último guardado.', nulo: true }) guardadaEn: string | null
  @Logico({ descripcion: 'Si ese guardado llegó después del plazo.' }) extemporanea: boolean
  @Logico({ descripcion: 'Si esta cuenta la puede cambiar ahora.' }) editable: boolean
  @Textos({ descripcion: 'Por qué no.' }) razones: string[]
}

export class VersionCuestionarioDto {
  @Opcion(TIPOS_CUESTIONARIO, { descripcion: 'Cuestionario.' }) tipo: (typeof TIPOS_CUESTIONARIO)[number]
  @Entero({ descripcion: 'Versión.' }) version: number
}

export class FotografiaAnteriorDto {
  @Texto({ descripcion: 'Huella de la imagen.' }) sha256: string
  @Texto({ descripcion: 'Texto alternativo.' }) textoAlternativo: string
  @Texto({ descripcion: 'Día en que se tomó.' }) tomadaEn: string
  @Instante({ descripcion: 'Cuándo se verificó.' }) verificadaEn: string
}

export class FotografiaCapturaDto {
  @Texto({ descripcion: 'Huella de la imagen.' }) sha256: string
  @Texto({ descripcion: 'Texto alternativo.' }) textoAlternativo: string
  @Texto({ descripcion: 'Día en que se tomó.' }) tomadaEn: string
  @Instante({ descripcion: 'Cuándo se recibió.' }) guardadaEn: string
  @Logico({ descripcion: 'Si el instituto ya la verificó.' }) verificada: boolean
  @Objeto(() => FotografiaAnteriorDto, { descripcion: 'La que estaba verificada antes de ésta.', nulo: true })
  anterior: FotografiaAnteriorDto | null
}

class ConsentimientoDadoDto {
  @Uuid({ descripcion: 'Consentimiento.' }) id: string
  @Logico({ descripcion: 'Autoriza el tratamiento.' }) tratamiento: boolean
  @Logico({ descripcion: 'Autoriza publicar sus datos de identidad.' }) publicacion: boolean
  @Logico({ descripcion: 'Autoriza su uso estadístico.' }) estadistica: boolean
  @Texto({ descripcion: 'Cuenta propia, formato firmado o solicitud escrita.' }) mecanismo: string
  @Fecha({ descripcion: 'Fecha de firma que dice el formato.', nulo: true }) firmadoEl: string | null
  @Instante({ descripcion: 'Cuándo se recibió.' }) otorgadoEn: string
  @Logico({ descripcion: 'Si se guarda su documento.' }) conDocumento: boolean
}

export class ConsentimientoAnteriorDto extends ConsentimientoDadoDto {
  @Instante({ descripcion: 'Cuándo se verificó la captura con él.' }) verificadaEn: string
}

export class FormatoRechazadoDto {
  @Texto({ descripcion: 'Supuesto por el que se rechazó; nulo en rechazos de antes.', nulo: true }) supuestoTexto: string | null
  @Texto({ descripcion: 'Cómo se subsana; nulo si no se dijo.', nulo: true }) comoSubsanar: string | null
  @Texto({ descripcion: 'Lo que escribió quien lo revisó.', nulo: true }) razon: string | null
  @Instante({ descripcion: 'Cuándo se rechazó; nulo si no consta.', nulo: true }) revisadaEn: string | null
  @Instante({ descripcion: 'Cuándo se había recibido.' }) otorgadoEn: string
}

export class ConsentimientoCapturaDto extends ConsentimientoDadoDto {
  @Texto({ descripcion: 'Revisión del formato.' }) revision: string
  @Opciones(ELECCIONES_CONSENTIMIENTO, {
    descripcion: 'Decisiones que el aviso en vigor vuelve a pedir, porque cambiaron sus finalidades.',
  })
  porRenovar: string[]
  @Objeto(() => ConsentimientoAnteriorDto, { descripcion: 'El que regía cuando se verificó, si otro tomó su lugar.', nulo: true })
  anterior: ConsentimientoAnteriorDto | null
  @Objeto(() => FormatoRechazadoDto, { descripcion: 'Rechazo del último formato, mientras nadie entregue otro.', nulo: true })
  rechazo: FormatoRechazadoDto | null
}

export class CapturaAjenaDto {
  @Texto({ descripcion: 'Cuestionario; `fotografia` o `consentimiento` si no es de uno.' }) cuestionario: string
  @Texto({ descripcion: 'Clave de la sección; en blanco si no es de una.' }) seccion: string
  @Opcion(ROLES, { descripcion: 'Rol de la cuenta que capturó.' }) rol: (typeof ROLES)[number]
  @Texto({ descripcion: 'Nombre del actor político de esa cuenta.', nulo: true }) actorPolitico: string | null
  @Instante({ descripcion: 'Primer guardado de ese día.' }) primeraEn: string
  @Instante({ descripcion: 'Último guardado de ese día.' }) ultimaEn: string
  @Entero({ descripcion: 'Cuántas veces guardó ese día.' }) veces: number
}

export class EnCorreccionDto {
  @Instante({ descripcion: 'Desde cuándo, si consta.', nulo: true }) desde: string | null
}

export class CapturaDto {
  @Uuid({ descripcion: 'Candidatura.' }) candidaturaId: string
  @Entero({ descripcion: 'Versión de la candidatura.' }) version: number
  @Lista(() => VersionCuestionarioDto, { descripcion: 'Cuestionarios vigentes.' }) cuestionarios: VersionCuestionarioDto[]
  @Lista(() => SeccionCapturaDto, { descripcion: 'Secciones.' }) secciones: SeccionCapturaDto[]
  @Objeto(() => LecturaIdentidadDto, { descripcion: 'Si esta cuenta ve las respuestas de identidad, y por qué.' })
  lecturaIdentidad: LecturaIdentidadDto
  @Lista(() => CapturaAjenaDto, { descripcion: 'Lo que otras cuentas capturaron en nombre de la persona; sólo ella lo ve.' })
  ajenas: CapturaAjenaDto[]
  @Objeto(() => EnCorreccionDto, { descripcion: 'Si ya se envió y está de vuelta con el actor político; nulo si no.', nulo: true })
  enCorreccion: EnCorreccionDto | null
  @Objeto(() => FotografiaCapturaDto, { descripcion: 'Fotografía; para el instituto, la última que se envió.', nulo: true })
  fotografia: FotografiaCapturaDto | null
  @Objeto(() => ConsentimientoCapturaDto, { descripcion: 'Consentimiento que rige.', nulo: true })
  consentimiento: ConsentimientoCapturaDto | null
  @Instante({ descripcion: 'Fin del plazo; nulo mientras no se entregue la cuenta.', nulo: true }) venceEn: string | null
  @Logico({ descripcion: 'Si el plazo ya pasó: lo que se capture queda marcado como extemporáneo.' }) vencida: boolean
}

export class VersionDto {
  @Entero({ descripcion: 'Versión de la candidatura que se revisó.', ejemplo: 9 }) version: number
}
