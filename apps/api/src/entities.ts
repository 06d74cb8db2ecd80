import { Cuenta, Enlace, Familia, Intento, Refresco } from './modules/acceso/index.ts'
import { Cumplimiento, Evento, Programa, Resolucion } from './modules/actividades/index.ts'
import { AvisoPrivacidad } from './modules/avisos-privacidad/index.ts'
import { Envio } from './modules/bitacora/index.ts'
import { CalendarioEmitido, CalendarioEnlace } from './modules/calendarios/index.ts'
import { Acuerdo, Cambio, Candidatura, Documento, Entrega, Persona, Postulacion, Vista } from './modules/candidaturas/index.ts'
import { Consentimiento, Formato } from './modules/consentimientos/index.ts'
import { Cuestionario, Llave, Observacion, RespuestaIdentidad, Seccion } from './modules/cuestionarios/index.ts'
import { Fotografia, Imagen } from './modules/fotografias/index.ts'
import { Archivo, Importacion, ImportacionFila, ImportacionFuente } from './modules/importaciones/index.ts'
import { ActorPolitico, Cargo, Contienda, Demarcacion, Proceso } from './modules/procesos/index.ts'
import { PoliticaPublicacion, PublicacionPendiente } from './modules/publicaciones/index.ts'
import { Enterada, PreferenciaRecordatorio, Recordatorio } from './modules/recordatorios/index.ts'

/** Every table that acts touch, by hand. What only the publisher and the public routes use has no entity. */
export const ENTITIES = [
  ActorPolitico,
  Acuerdo,
  Archivo,
  AvisoPrivacidad,
  CalendarioEmitido,
  CalendarioEnlace,
  Cambio,
  Candidatura,
  Cargo,
  Consentimiento,
  Contienda,
  Cuenta,
  Cuestionario,
  Cumplimiento,
  Demarcacion,
  Documento,
  Enlace,
  Enterada,
  Entrega,
  Evento,
  Envio,
  Familia,
  Formato,
  Fotografia,
  Imagen,
  Importacion,
  ImportacionFila,
  ImportacionFuente,
  Intento,
  Llave,
  Observacion,
  Persona,
  PoliticaPublicacion,
  Postulacion,
  PreferenciaRecordatorio,
  Proceso,
  Programa,
  PublicacionPendiente,
  Recordatorio,
  Refresco,
  Resolucion,
  RespuestaIdentidad,
  Seccion,
  Vista,
]
