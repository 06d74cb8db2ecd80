import type { components, paths } from '@conoceles/api-client'

type Schemas = components['schemas']

/** The shapes of the contract that the consola reads. One door, so that pure views need not know the client. */
export type Respuestas = Record<string, unknown>

export interface Lista<T> {
  elementos: T[]
  /** Absent where counting costs more than reading. */
  total?: number
  siguiente: string | null
}

export type Cuenta = Schemas['CuentaPropiaDto']
export type Dispositivo = Schemas['DispositivoDto']
export type CuentaAdministrada = Schemas['CuentaDto']
export type CuentaNueva = Schemas['CreateCuentaDto']

export type Reloj = Schemas['RelojDto']
export type Proceso = Schemas['ProcesoDto'] & { zona?: string }
export type ActorPolitico = Schemas['ActorPoliticoDto']
export type Pendiente = Schemas['PendienteDto']

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
export type SeccionCaptura = Schemas['SeccionCapturaDto']
export type Indicio = Schemas['IndicioDto']
export type SeccionGuardada = Schemas['SavedSeccionDto']
export type EstatusSeccion = SeccionCaptura['estatus']
export type Observacion = Schemas['ObservacionDto']
export type SolicitudCorreccion = Schemas['SolicitudCorreccionDto']
export type EnCola = Schemas['ElementoColaDto']
export type Fotografia = Schemas['FotografiaCapturaDto']
export type Consentimiento = Schemas['ConsentimientoCapturaDto']
export type Supuesto = Schemas['SupuestoDto']
export type FormularioFotografia = Schemas['GuardarFotografiaDto']
export type FormularioConsentimiento = Schemas['EntregarFormatoDto']
export type Acuse = Schemas['AcuseDto']

export type FormularioImportacion = Schemas['RecibirImportacionDto']
export type Importacion = Schemas['ImportacionDto']
export type ImportacionListada = Schemas['ImportacionListadaDto']
export type FilaImportacion = Schemas['FilaImportacionDto']
export type Veredicto = FilaImportacion['veredicto']
export type ResumenImportacion = Schemas['ResumenImportacionDto']
export type EncabezadoImportacion = Schemas['EncabezadoDto']
export type ColumnaLista = Schemas['ColumnaListaDto']
export type ColumnasPedidas = Schemas['AsignarColumnasDto']
export type AdicionImportacion = Schemas['AdicionDto']
export type FuenteImportacion = Omit<Schemas['FuenteImportacionDto'], 'columnas'> & { columnas: Record<string, string> }
export type Listado = Schemas['ListadoDto']
export type AdvertenciaListada = Schemas['AdvertenciaRegistroDto']
export type ConteoRegla = Schemas['ReglaConteoDto']
export type Vista = Schemas['VistaDto']
export type ConteosDirectorio = Schemas['ConteosCandidaturasDto']
export type ConsultaDirectorio = NonNullable<paths['/api/v1/candidaturas/conteos']['get']['parameters']['query']>
export type CancelacionesPedidas = Schemas['CancelacionesDto']
export type Tablero = Schemas['TableroDto']
export type FilaImpresa = Schemas['FilaImpresaDto']
export type Dependencia = Schemas['DependenciaDto']
export type DiaInhabil = Schemas['DiaInhabilDto']
export type Entregable = Schemas['EntregableDto']
export type HitoEntregable = Schemas['HitoDto']
export type DichoFuente = Schemas['StatementDto']
export type Contradiccion = Schemas['ConflictoDto']
export type DecisionPlazo = Schemas['ResolucionDto']
export type EventoEntregable = Schemas['EventoDto']
export type EventoNuevo = Schemas['RegistrarEventoDto']
export type EventoPrevisto = Schemas['VistaPreviaEventoDto']
export type EventoHecho = Schemas['ActoEventoDto']
export type PlazoQueAbre = Schemas['PlazoQueAbreDto']
export type Entregado = Schemas['ActoActividadDto']
export type ResolucionNueva = Schemas['ResolverDto']
export type CumplimientoNuevo = Schemas['CumplirDto']
export type AnulacionNueva = Schemas['AnularCumplimientoDto']
export type Trabajo = Schemas['TrabajoDto']
export type PasoEntregable = Schemas['PasoDto']
export type SiguientePaso = Schemas['SiguientePasoDto']
export type PasoRegistrado = Schemas['PasoRegistradoDto']
export type VersionEntregable = Schemas['VersionEntregableDto']
export type ContenidoEntregable = Schemas['ContenidoEntregableDto']
export type ObservacionEntregable = Schemas['ObservacionEntregableDto']
export type Trabajado = Schemas['ActoEntregableDto']
export type VersionNueva = Schemas['AgregarVersionDto']
export type ContenidoSenalado = Schemas['SenalarContenidoDto']
export type ObservacionNueva = Schemas['RegistrarObservacionDto']
export type RespuestaNueva = Schemas['ResponderObservacionDto']
export type PasoNuevo = Schemas['RegistrarPasoDto']

export type RecordatorioListado = Schemas['RecordatorioDto']
export type EstatusRecordatorio = RecordatorioListado['estatus']
export type RecordatorioProximo = Schemas['ProximoDto']
export type PanoramaRecordatorios = Schemas['PanoramaRecordatoriosDto']
export type ReglasRecordatorios = Schemas['ReglasRecordatoriosDto']
export type PreferenciasRecordatorios = Schemas['PreferenciasDto']
export type ListaEnteradas = Schemas['ListEnteradasDto']
export type EnterarsePedido = Schemas['EnterarseDto']
export type CalendarioSuscrito = Schemas['CalendarioEnlaceDto']
export type CalendarioNuevo = Schemas['CreateCalendarioDto']
export type CalendarioCreado = Schemas['CalendarioCreadoDto']
export type AlcanceCalendario = Schemas['AlcanceDto']

export type EstatusPublicacion = Schemas['EstatusPublicacionDto']
export type ActoBitacora = Omit<Schemas['ActoBitacoraDto'], 'objeto'> & { objeto: Schemas['ObjetoBitacoraDto'] | null }
export type VerificacionBitacora = Schemas['VerificacionBitacoraDto']

export const ESTATUS_CAPTURA = [
  'sin_captura',
  'en_captura',
  'completa',
  'validada',
  'observada',
  'en_correccion',
  'verificada',
] as const satisfies EstatusCaptura[]
export const VEREDICTOS = ['crear', 'cambiar', 'igual', 'rechazar'] as const satisfies Veredicto[]

export type Acuerdo = Schemas['AcuerdoDto']
export type AcuerdoNuevo = Schemas['CreateAcuerdoDto']
export type AcuerdoCompletado = Schemas['CompletarAcuerdoDto']
export type CambioListado = Schemas['CambioDto']
export type EntregaListada = Schemas['EntregaDto']
export type EntregaNueva = Schemas['CreateEntregaDto']
export type EntregaHecha = Schemas['EntregadaDto']
export type Documento = Schemas['DocumentoDto']
export type FormularioDocumento = Schemas['RecibirDocumentoDto']
export type HistoriaFormula = Schemas['FormulaDto']
export type HechoFormula = Schemas['HechoFormulaDto']
export type AdvertenciaCandidatura = Schemas['AdvertenciaDto']
export type VistaPreviaCambio = Schemas['EfectoDto']
export type VistaPreviaPedida = Schemas['VistaPreviaDto']
export type VistaPreviaEntrega = Schemas['VistaPreviaEntregaDto']

export const ESTATUS_RECORDATORIO = ['pendiente', 'enviado', 'caducado', 'innecesario'] as const satisfies readonly EstatusRecordatorio[]
export type Remision = Schemas['RemisionDto']
export type RemisionListada = Schemas['RemisionListadaDto']
export type RemisionNueva = Schemas['PrepararRemisionDto']
export type RemisionCambiada = Schemas['CambiarRemisionDto']
export type RemisionActuada = Schemas['ActoRemisionDto']
export type PropuestaRemision = Schemas['PropuestaDto']
export type PendienteRemision = Schemas['PendienteRemisionDto']
export type EntregableRemitido = Schemas['EntregableRemitidoDto']
export type AdvertenciaRemision = Schemas['AdvertenciaRemisionDto']
export type EnvioRemision = Schemas['EnviarRemisionDto']
export type AcuseRemision = Schemas['AcusarRemisionDto']
export type SesionListada = Schemas['SesionDto']
export type Sesion = Schemas['SesionDetailDto']
export type SesionHecha = Schemas['ActoSesionDto']
export type PuntoSesion = Schemas['PuntoDto']
export type CelebracionSesion = Schemas['CelebracionDto']
export type HechoSesion = Schemas['HechoSesionDto']
export type ReglasSesion = Schemas['ReglasSesionDto']
export type SesionNueva = Schemas['ProgramarSesionDto']
export type SesionEditada = Schemas['EditarSesionDto']
export type SesionCelebrada = Schemas['CelebrarSesionDto']
export type SesionCorregida = Schemas['CorregirSesionDto']
export type ConvocatoriaNueva = Schemas['ConvocarSesionDto']
export type ActaNueva = Schemas['ActaSesionDto']
export type Integrante = Schemas['IntegranteDto']
export type IntegranteNuevo = Schemas['CreateIntegranteDto']
export type IntegranteTerminado = Schemas['TerminarIntegranteDto']

export type EscenarioListado = Schemas['EscenarioListadoDto']
export type EscenarioNuevo = Schemas['CreateEscenarioDto']
export type Escenario = Schemas['EscenarioDto']
export type HitoEscenario = Schemas['HitoEscenarioDto']
export type FuenteEscenario = Schemas['FuenteEscenarioDto']
export type ReglaEscenario = Schemas['ReglaEscenarioDto']
export type EdicionEscenario = Schemas['EditarEscenarioDto']
export type DecisionEscenario = Schemas['DecidirEscenarioDto']
export type RestauracionEscenario = Schemas['RestaurarEscenarioDto']
export type ConsultaTablero = NonNullable<paths['/api/v1/tablero']['get']['parameters']['query']>
export type TableroCaptura = Schemas['TableroCapturaDto']
export type FilaTablero = Schemas['TableroFilaDto']
export type SeccionTablero = Schemas['TableroSeccionDto']
export type ContiendaTablero = Schemas['TableroContiendaDto']
export type PedidoRecordatorios = Schemas['PedirRecordatoriosDto']
export type GrupoRecordar = Schemas['GrupoRecordarDto']
export type Recordadas = Schemas['RecordadasDto']
export type ConsultaOmisiones = NonNullable<paths['/api/v1/omisiones']['get']['parameters']['query']>
export type ListaOmisiones = Schemas['ListOmisionesDto']
export type Omision = Schemas['OmisionDto']
export type OmisionEmitida = Schemas['OmisionEmitidaDto']
export type OmisionesEmitidas = Schemas['OmisionesEmitidasDto']
export type CapturaAjena = Schemas['CapturaAjenaDto']
