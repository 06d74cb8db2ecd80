import type { ActoVulneracion, ClaseDatos, EstatusVulneracion, TipoVulneracion } from '@conoceles/domain'

export const TIPO: Record<TipoVulneracion, string> = {
  perdida: 'Pérdida o destrucción no autorizada',
  robo: 'Robo, extravío o copia no autorizada',
  uso: 'Uso, acceso o tratamiento no autorizado',
  alteracion: 'Daño, alteración o modificación no autorizada',
}

export const DATOS: Record<ClaseDatos, string> = {
  identificacion: 'Nombre y datos de identificación',
  contacto: 'Domicilio, teléfono o correo',
  identidad: 'Respuestas del cuestionario de identidad, que son datos sensibles',
  trayectoria: 'Estudios, trayectoria y propuestas que no se habían publicado',
  fotografia: 'Fotografía',
  documentos: 'Documentos entregados, como identificaciones y formatos firmados',
  acceso: 'Datos para entrar al sistema',
}

export const ESTATUS: Record<EstatusVulneracion, string> = {
  en_analisis: 'En análisis',
  sin_afectacion: 'No afecta de forma significativa los derechos',
  por_redactar: 'Falta proponer las notificaciones',
  por_confirmar: 'Las notificaciones esperan a una segunda persona',
  por_enviar: 'Falta enviar las notificaciones',
  notificada: 'Notificada a las personas y a la autoridad garante',
}

export const ACTO: Record<ActoVulneracion, string> = {
  confirmar_afectacion: 'Se confirmó la afectación',
  descartar_afectacion: 'Se decidió que no afecta de forma significativa',
  proponer_notificaciones: 'Se propusieron las notificaciones',
  confirmar_notificaciones: 'Otra persona confirmó las notificaciones',
  devolver_notificaciones: 'Se devolvieron las notificaciones',
  enviar_personas: 'Se notificó a las personas',
  enviar_garante: 'Se notificó a la autoridad garante',
  anotar: 'Nota',
}
