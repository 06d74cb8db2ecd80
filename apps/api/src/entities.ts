import { Bloqueo } from './modules/bloqueos/index.ts'
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
import { Cumplimiento, Evento, Programa, Resolucion } from './modules/actividades/index.ts'
import { AvisoDocumento, AvisoPrivacidad } from './modules/avisos-privacidad/index.ts'
import { Envio } from './modules/bitacora/index.ts'
import { CalendarioEmitido, CalendarioEnlace } from './modules/calendarios/index.ts'
import { Codificacion, CodigoCodificacion, PlazaCodificacion, TextoCodificacion, VotoCodificacion } from './modules/codificaciones/index.ts'
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
} from './modules/candidaturas/index.ts'
import { Consentimiento, Formato } from './modules/consentimientos/index.ts'
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
} from './modules/cuestionarios/index.ts'
import {
  ContenidoSenalado,
  ObservacionEntregable,
  PasoRegistrado,
  RespuestaEntregable,
  VersionEntregable,
} from './modules/entregables/index.ts'
import { Escenario } from './modules/escenarios/index.ts'
import { ContadaEstadistica, CorteEstadistica, LoteEstadistica } from './modules/estadisticas/index.ts'
import { Fotografia, Imagen } from './modules/fotografias/index.ts'
import { Archivo, Importacion, ImportacionFila, ImportacionFuente } from './modules/importaciones/index.ts'
import { InformeCorte, InformeEmision, InformeTexto } from './modules/informes/index.ts'
import { ActorPolitico, ArchivoSenas, Cargo, Confirmacion, Contienda, Demarcacion, Proceso } from './modules/procesos/index.ts'
import { PoliticaBorrador, PoliticaPublicacion, PublicacionPendiente } from './modules/publicaciones/index.ts'
import { ConstanciaSupresion, EtapaConclusion } from './modules/conclusion/index.ts'
import { PruebaDerecho, SolicitudDerecho } from './modules/derechos/index.ts'
import { VersionProteccion } from './modules/proteccion/index.ts'
import { Reporte } from './modules/reportes/index.ts'
import { AprobacionExcepcional } from './modules/aprobaciones/index.ts'
import { OmisionEmitida } from './modules/omisiones/index.ts'
import { Enterada, PreferenciaRecordatorio, Recordatorio } from './modules/recordatorios/index.ts'
import { CorreccionRemision, Remision } from './modules/remisiones/index.ts'
import { Celebracion, Integrante, Sesion } from './modules/sesiones/index.ts'
import { Borrador, CandidaturaAnterior, SeccionAnterior } from './modules/versiones/index.ts'
import { BorradorAviso } from './modules/versiones-aviso/index.ts'
import { Vulneracion, VulneracionAfectada } from './modules/vulneraciones/index.ts'

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
