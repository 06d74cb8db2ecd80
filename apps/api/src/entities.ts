import { Bloqueo } from './modules/publicacion/bloqueos/index.ts'
import {
  CodigoRecuperacion,
  Cuenta,
  Enlace,
  Factor,
  Familia,
  Intento,
  Navegador,
  CargoCuenta,
  PropuestaCuenta,
  Refresco,
  Reposicion,
  Reto,
} from './modules/acceso/index.ts'
import { Cumplimiento, Evento, Programa, Resolucion } from './modules/programa/actividades/index.ts'
import { AvisoDocumento, AvisoPrivacidad } from './modules/captura/avisos/index.ts'
import { Envio } from './modules/bitacora/index.ts'
import { CalendarioEmitido, CalendarioEnlace } from './modules/programa/calendarios/index.ts'
import {
  Codificacion,
  CodigoCodificacion,
  PlazaCodificacion,
  TextoCodificacion,
  VotoCodificacion,
} from './modules/informes/codificaciones/index.ts'
import {
  Acuerdo,
  Cambio,
  Candidatura,
  CorreccionAcuerdo,
  Documento,
  Entrega,
  Persona,
  Postulacion,
  Vista,
} from './modules/registro/index.ts'
import { Consentimiento, Formato } from './modules/captura/consentimientos/index.ts'
import {
  CapturaAjena,
  Cuestionario,
  Llave,
  Observacion,
  Pausa,
  RespuestaIdentidad,
  RespuestaObservacion,
  Seccion,
  SolicitudCorreccion,
  Supresion,
} from './modules/captura/index.ts'
import {
  ContenidoSenalado,
  ObservacionEntregable,
  PasoRegistrado,
  RespuestaEntregable,
  VersionEntregable,
} from './modules/programa/entregables/index.ts'
import { Escenario } from './modules/programa/escenarios/index.ts'
import { ContadaEstadistica, CorteEstadistica, LoteEstadistica } from './modules/publicacion/estadisticas/index.ts'
import { Fotografia, Imagen } from './modules/captura/fotografias/index.ts'
import { Archivo, Importacion, ImportacionFila, ImportacionFuente } from './modules/intercambio/importaciones/index.ts'
import { InformeCorte, InformeEmision, InformeTexto } from './modules/informes/index.ts'
import { ActorPolitico, ArchivoSenas, Cargo, Confirmacion, Contienda, Demarcacion, Proceso } from './modules/proceso/index.ts'
import { PoliticaBorrador } from './modules/normativa/politicas/index.ts'
import { PoliticaPublicacion, PublicacionPendiente } from './modules/publicacion/index.ts'
import { ConstanciaSupresion, EtapaConclusion } from './modules/derechos/conclusion/index.ts'
import { PruebaDerecho, SolicitudDerecho } from './modules/derechos/solicitudes/index.ts'
import { VersionProteccion } from './modules/derechos/proteccion/index.ts'
import { Reporte } from './modules/publicacion/reportes/index.ts'
import { AprobacionExcepcional } from './modules/programa/aprobaciones/index.ts'
import { OmisionEmitida } from './modules/informes/omisiones/index.ts'
import { Enterada, PreferenciaRecordatorio, Recordatorio } from './modules/programa/recordatorios/index.ts'
import { CorreccionRemision, Remision } from './modules/programa/remisiones/index.ts'
import { Celebracion, Integrante, Sesion } from './modules/programa/sesiones/index.ts'
import { Borrador, CandidaturaAnterior, SeccionAnterior } from './modules/normativa/cuestionarios/index.ts'
import { BorradorAviso } from './modules/normativa/avisos/index.ts'
import { Vulneracion, VulneracionAfectada } from './modules/derechos/vulneraciones/index.ts'

/** Every table that acts touch, listed by hand. Tables of the publisher and of the public routes alone have no entity. */
export const ENTITIES = [
  CapturaAjena,
  ActorPolitico,
  ArchivoSenas,
  Acuerdo,
  Archivo,
  AvisoDocumento,
  AvisoPrivacidad,
  Bloqueo,
  Borrador,
  BorradorAviso,
  CalendarioEmitido,
  CalendarioEnlace,
  Cambio,
  Candidatura,
  Cargo,
  Celebracion,
  Codificacion,
  CodigoCodificacion,
  Consentimiento,
  ContadaEstadistica,
  ContenidoSenalado,
  Contienda,
  CorreccionAcuerdo,
  CorreccionRemision,
  CorteEstadistica,
  Cuenta,
  Cuestionario,
  Cumplimiento,
  Demarcacion,
  Documento,
  Enlace,
  Enterada,
  Entrega,
  Envio,
  Escenario,
  Evento,
  Familia,
  Formato,
  Fotografia,
  Imagen,
  Importacion,
  ImportacionFila,
  ImportacionFuente,
  InformeCorte,
  InformeEmision,
  InformeTexto,
  Integrante,
  Intento,
  Llave,
  LoteEstadistica,
  Navegador,
  Observacion,
  ObservacionEntregable,
  PasoRegistrado,
  Pausa,
  Persona,
  PlazaCodificacion,
  PoliticaBorrador,
  PoliticaPublicacion,
  Postulacion,
  OmisionEmitida,
  PreferenciaRecordatorio,
  Confirmacion,
  Proceso,
  Reporte,
  AprobacionExcepcional,
  CargoCuenta,
  PropuestaCuenta,
  Programa,
  PublicacionPendiente,
  Recordatorio,
  Refresco,
  Factor,
  Reto,
  CodigoRecuperacion,
  Reposicion,
  Remision,
  Resolucion,
  RespuestaEntregable,
  RespuestaIdentidad,
  RespuestaObservacion,
  Seccion,
  CandidaturaAnterior,
  SeccionAnterior,
  Sesion,
  SolicitudCorreccion,
  Supresion,
  SolicitudDerecho,
  PruebaDerecho,
  EtapaConclusion,
  ConstanciaSupresion,
  TextoCodificacion,
  VersionEntregable,
  Vista,
  VotoCodificacion,
  VersionProteccion,
  Vulneracion,
  VulneracionAfectada,
]
