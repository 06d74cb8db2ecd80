import { Cuenta, Enlace, Familia, Intento, Refresco } from './modules/acceso/index.ts'
import { AvisoPrivacidad } from './modules/avisos-privacidad/index.ts'
import { Acuerdo, Candidatura, Persona, Postulacion } from './modules/candidaturas/index.ts'
import { Consentimiento, Formato } from './modules/consentimientos/index.ts'
import { Cuestionario, Envio, Llave, Observacion, RespuestaIdentidad, Seccion } from './modules/cuestionarios/index.ts'
import { Fotografia, Imagen } from './modules/fotografias/index.ts'
import { Importacion } from './modules/importaciones/index.ts'
import { ActorPolitico, Cargo, Contienda, Demarcacion, Proceso } from './modules/procesos/index.ts'
import { PoliticaPublicacion, PublicacionPendiente } from './modules/publicaciones/index.ts'

/** Every table that acts touch, by hand. What only the publisher and the public routes use has no entity. */
export const ENTITIES = [
  ActorPolitico,
  Acuerdo,
  AvisoPrivacidad,
  Candidatura,
  Cargo,
  Consentimiento,
  Contienda,
  Cuenta,
  Cuestionario,
  Demarcacion,
  Enlace,
  Envio,
  Familia,
  Formato,
  Fotografia,
  Imagen,
  Importacion,
  Intento,
  Llave,
  Observacion,
  Persona,
  PoliticaPublicacion,
  Postulacion,
  Proceso,
  PublicacionPendiente,
  Refresco,
  RespuestaIdentidad,
  Seccion,
]
