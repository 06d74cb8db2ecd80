import { Archivo, Fecha, Instante, Lista, Logico, Objeto, Opcion, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'
import { ESTATUS_PAQUETE } from './paquete-propuesto.entity.ts'

const DECISIONES = ['aprobar', 'rechazar'] as const

class PaqueteVigenteDto {
  @Texto({ descripcion: 'Clave del proceso.' }) clave: string
  @Texto({ descripcion: 'Nombre del proceso.' }) nombre: string
  @Texto({ descripcion: 'Entidad.' }) entidad: string
  @Fecha({ descripcion: 'Día de la jornada.' }) jornada: string
  @Texto({ descripcion: 'Versión del paquete.' }) version: string
}

class CambioPaqueteDto {
  @Texto({ descripcion: 'Archivo que lo dice; nulo si se toma de varios.', nulo: true, ejemplo: 'revision.json' }) archivo: string | null
  @Texto({ descripcion: 'Claves que llevan al dato dentro del archivo.', ejemplo: 'plazoObservacion › dias' }) dato: string
  @Texto({ descripcion: 'Lo que decía, en palabras; nulo si no estaba.', nulo: true }) antes: string | null
  @Texto({ descripcion: 'Lo que diría, en palabras; nulo si ya no está.', nulo: true }) despues: string | null
}

export class PaquetePropuestoDto {
  @Uuid({ descripcion: 'Propuesta.' }) id: string
  @Texto({ descripcion: 'Nombre del ZIP.' }) archivo: string
  @Texto({ descripcion: 'Huella SHA-256 del ZIP.' }) sha256: string
  @Texto({ descripcion: 'Versión del paquete propuesto.' }) version: string
  @Texto({ descripcion: 'Versión que regía al proponerlo.' }) anterior: string
  @Textos({ descripcion: 'Documentos de que se hizo.' }) fuentes: string[]
  @Lista(() => CambioPaqueteDto, { descripcion: 'En qué difiere del que regía.' }) cambios: CambioPaqueteDto[]
  @Textos({ descripcion: 'Archivos del ZIP que no se leyeron: un paquete no los tiene.' }) ignorados: string[]
  @Opcion(ESTATUS_PAQUETE, { descripcion: 'En qué está.' }) estatus: (typeof ESTATUS_PAQUETE)[number]
  @Texto({ descripcion: 'Quién lo propuso.' }) propuso: string
  @Instante({ descripcion: 'Cuándo se propuso.' }) propuestoEn: string
  @Texto({ descripcion: 'Quién decidió.', nulo: true }) decidio: string | null
  @Instante({ descripcion: 'Cuándo se decidió.', nulo: true }) decididoEn: string | null
  @Logico({ descripcion: 'Si quien pregunta puede aprobarlo.' }) puedeAprobar: boolean
}

class DatoConfirmadoDto {
  @Uuid({ descripcion: 'Confirmación.' }) id: string
  @Texto({ descripcion: 'De qué trata.' }) dato: string
  @Texto({ descripcion: 'Lo que se confirmó; nulo: el paquete ya dice otra cosa.', nulo: true }) valor: string | null
  @Texto({ descripcion: 'Documento que lo dice.' }) documento: string
  @Fecha({ descripcion: 'Fecha del documento.' }) fecha: string
  @Textos({ descripcion: 'Quiénes lo confirmaron.' }) personas: string[]
  @Instante({ descripcion: 'Desde cuándo quedó confirmado.' }) en: string
  @Instante({ descripcion: 'Cuándo se deshizo la confirmación.', nulo: true }) deshechaEn: string | null
  @Texto({ descripcion: 'Por qué se deshizo.', nulo: true }) motivo: string | null
}

export class PaqueteDto {
  @Objeto(() => PaqueteVigenteDto, { descripcion: 'El paquete que rige.' }) vigente: PaqueteVigenteDto
  @Lista(() => PaquetePropuestoDto, { descripcion: 'Los paquetes propuestos, del más reciente al más antiguo.' })
  propuestas: PaquetePropuestoDto[]
  @Lista(() => DatoConfirmadoDto, { descripcion: 'Los datos confirmados sin cambiar de versión, del más reciente al más antiguo.' })
  confirmados: DatoConfirmadoDto[]
}

export class ProponerPaqueteDto {
  @Archivo({ descripcion: 'ZIP del paquete corregido, de hasta 10 MB.' }) archivo: string
}

export class DecidirPaqueteDto {
  @Opcion(DECISIONES, { descripcion: 'Aprobarlo, que lo carga, o retirarlo.' }) decision: (typeof DECISIONES)[number]
}
