/** Candidaturas, their captura and its review. */
import type { components } from '@conoceles/api-client'

type Schemas = components['schemas']

export type OtraCandidatura = Schemas['OtraCandidaturaDto']
export type CandidaturaListada = Schemas['CandidaturaDto']
export type Candidatura = Schemas['CandidaturaDetailDto']
export type Accion = Schemas['AccionDto']
export type EstatusCaptura = CandidaturaListada['estatusCaptura']
export type ResumenCandidaturas = Omit<Schemas['ResumenCandidaturasDto'], 'porEstatusCaptura'> & {
  porEstatusCaptura: Partial<Record<EstatusCaptura, number>>
}
export type CuestionarioPublicado = Schemas['CuestionarioDto']
export type TipoCuestionario = CuestionarioPublicado['tipo']
export type Captura = Schemas['CapturaDto']
export type Lectura = Schemas['LecturaDto']
export type LecturaPedida = Schemas['LeerIdentidadDto']
export type SeccionCaptura = Schemas['SeccionCapturaDto']
export type Indicio = Schemas['IndicioDto']
export type SeccionGuardada = Schemas['SavedSeccionDto']
export type EstatusSeccion = SeccionCaptura['estatus']
export type Observacion = Schemas['ObservacionDto']
export type SolicitudCorreccion = Schemas['SolicitudCorreccionDto']
export type Ajena = Schemas['AjenaDto']
export type Cola = Schemas['ColaDto']
export type EnCola = Schemas['ElementoColaDto']
export type Fotografia = Schemas['FotografiaCapturaDto']
export type Consentimiento = Schemas['ConsentimientoCapturaDto']
export type Supuesto = Schemas['SupuestoDto']
export type Supuestos = Schemas['ListSupuestosDto']
export type FormularioArchivoCaptura = Schemas['LeerArchivoCapturaDto']
export type PreguntaEscrita = Schemas['PreguntaEscritaDto']
export type PersonaEscrita = Schemas['PersonaEscritaDto']
export type RespuestaEscrita = Schemas['RespuestaEscritaDto']
export type FormularioFotografia = Schemas['GuardarFotografiaDto']
export type ConsentimientoDado = Schemas['ConsentimientoDto']
export type FormularioRevocacion = Schemas['RevocarConsentimientoDto']
export type FormularioConsentimiento = Schemas['EntregarFormatoDto']
export type Acuse = Schemas['AcuseDto']
export type PorHacer = Schemas['PorHacerDto']
export type Hecha = Schemas['HechaDto']
export const ESTATUS_CAPTURA = [
  'sin_captura',
  'en_captura',
  'completa',
  'validada',
  'observada',
  'en_correccion',
  'verificada',
] as const satisfies EstatusCaptura[]
export type CapturaAjena = Schemas['CapturaAjenaDto']
