import { join } from 'node:path'
import type { DocumentoPlantilla } from '@conoceles/domain'
import { leerSubido } from './carga/corregir.ts'
import { accesoModule, type AccesoModule } from './modules/acceso/index.ts'
import {
  actividadesPieces,
  ActividadesService,
  ActosActividadService,
  CalendarioLibroService,
  ErratasService,
  EventosService,
  RegistroEventosService,
  TableroService,
} from './modules/programa/actividades/index.ts'
import { PapelesAcuerdoService } from './modules/programa/acuerdos/index.ts'
import { auditoriaModule } from './modules/derechos/auditoria/index.ts'
import { AprobacionesService, pendientesAprobacion } from './modules/programa/aprobaciones/index.ts'
import { AvisosPrivacidadService } from './modules/captura/avisos/index.ts'
import { BloqueosPorDerechoService, BloqueosService } from './modules/publicacion/bloqueos/index.ts'
import { Acts, AcusesService, BitacoraService } from './modules/bitacora/index.ts'
import { calendariosModule } from './modules/programa/calendarios/index.ts'
import {
  AdvertenciasService,
  CandidaturasService,
  dutiesOf,
  PendientesService,
  vidaModule,
  VistasService,
} from './modules/registro/index.ts'
import { codificacionesModule, type CodificacionesService } from './modules/informes/codificaciones/index.ts'
import { conclusionModule } from './modules/derechos/conclusion/index.ts'
import { ConsentimientosService } from './modules/captura/consentimientos/index.ts'
import { cuestionariosModule, CuestionariosVigentes, IdentidadService, IndiciosService } from './modules/captura/index.ts'
import { DatosAbiertosService } from './modules/publicacion/datos-abiertos/index.ts'
import { derechosModule } from './modules/derechos/solicitudes/index.ts'
import { escenariosModule } from './modules/programa/escenarios/index.ts'
import { EstadisticasService } from './modules/publicacion/estadisticas/index.ts'
import { ExpedientesService } from './modules/programa/expedientes/index.ts'
import { entregablesModule, entregablesPieces, findTrabajos, findVersiones } from './modules/programa/entregables/index.ts'
import { ArchivosCapturaService } from './modules/intercambio/capturas/index.ts'
import { exportacionesModule } from './modules/intercambio/exportaciones/index.ts'
import { ImpresosService } from './modules/captura/impresos/index.ts'
import { FotografiasService } from './modules/captura/fotografias/index.ts'
import { createReadTabla, FormatoIne, importacionesModule } from './modules/intercambio/importaciones/index.ts'
import { informesModule } from './modules/informes/index.ts'
import { NovedadesCuentaService } from './modules/programa/novedades/index.ts'
import { CrucesService } from './modules/informes/cruces/index.ts'
import { omisionesModule } from './modules/informes/omisiones/index.ts'
import { requerimientosModule } from './modules/informes/requerimientos/index.ts'
import { PaginasService } from './modules/publicacion/paginas/index.ts'
import { politicasModule } from './modules/normativa/politicas/index.ts'
import {
  ConfirmacionesService,
  PaqueteService,
  PlantillasService,
  ProcesosService,
  VistasPlantillaService,
  type Muestra,
} from './modules/proceso/index.ts'
import { ProteccionService } from './modules/derechos/proteccion/index.ts'
import { CabezasService, PublicadorService } from './modules/publicacion/index.ts'
import { readContiendasDelDia, readListaDelDia } from './publico/lectura/index.ts'
import { recordatoriosModule } from './modules/programa/recordatorios/index.ts'
import { remisionesModule, remisionesPieces } from './modules/programa/remisiones/index.ts'
import { ReportesService } from './modules/publicacion/reportes/index.ts'
import { TableroCapturaService } from './modules/informes/tablero/index.ts'
import { sesionesModule, sesionesPieces, sesionReunida } from './modules/programa/sesiones/index.ts'
import { pendientesVersiones, versionesModule } from './modules/normativa/cuestionarios/index.ts'
import { versionesAvisoModule } from './modules/normativa/avisos/index.ts'
import { vulneracionesModule } from './modules/derechos/vulneraciones/index.ts'
import { buildPublicWorld } from './public-world.ts'
import type { Deps } from './shared/deps.ts'
import { createDocumentos, type Documentos } from './shared/documentos/documentos.ts'
import { readVisor } from './shared/visor.ts'

export type Services = ReturnType<typeof wireServices>

/** Every service, by hand, low to high; only here one sees which needs which. */
export function wireServices(deps: Deps) {
  const record = buildRecord(deps)
  const { acts, bitacora } = record
  const acceso = accesoModule(deps, acts)
  const procesos = new ProcesosService(deps, acts)
  const plantillas = new PlantillasService({ acts, procesos, cuentas: acceso })
  const vigentes = new CuestionariosVigentes(deps.clock)
  const identidad = new IdentidadService(deps.secretos)
  const avisos = new AvisosPrivacidadService(deps.clock)
  const { actos, ...cuestionarios } = cuestionariosModule(deps, { acts, vigentes, identidad, procesos, avisos, cuentas: acceso })
  const candidaturas = new CandidaturasService(deps.clock, procesos, actos)
  const advertencias = new AdvertenciasService(procesos)
  const documentos = documentMaker(deps)
  const base = { ...record, procesos, plantillas, documentos, aprobaciones: new AprobacionesService(), lecturas: cuestionarios.lecturas }
  const publicacion = buildPublicacion(deps, { ...base, vigentes, identidad, avisos })
  const vida = vidaModule(deps, { acts, procesos, cuentas: acceso, captura: actos })
  const { consentimientos, derechos } = buildDerechos(deps, { ...base, ...publicacion, identidad, vigentes, avisos, cuentas: acceso })
  const owed = buildOwed(deps, { ...base, candidaturas, vigentes, cuentas: acceso, vida, derechos, ...publicacion.codificaciones })
  const versionesAviso = versionesAvisoModule(deps, { ...base, avisos, ...owed })
  const auditoria = auditoriaModule(deps, { ...base, actividades: owed.actividades, cuentas: acceso })
  const proteccion = buildProteccion(deps, { ...base, cuentas: acceso, lectura: auditoria.lectura, recibidos: vida.documentos })
  const requerimientos = requerimientosModule(deps, { ...base, cuentas: acceso })
  const ahora = [acceso.porConfirmar, cuestionarios.cola, owed.actividades, owed.sesiones.pendientes, owed.recordatorios.consola]
  const otros = [pendientesVersiones, versionesAviso.pendientes, pendientesAprobacion, derechos.pendientes, ...proteccion.pendientes]
  const papeles = [owed.informes.pendientes, requerimientos.pendientes]
  const hoy = [...papeles, ...ahora, ...otros, auditoria.vencidos, publicacion.bloqueos, owed.conclusion.plan]
  return {
    ...{ acts, bitacora, acceso, procesos },
    ...buildPaquete(deps, { acts, procesos, cuentas: acceso }),
    plantillas: { plantillas, vistas: new VistasPlantillaService(deps, { ...base, muestras: muestrasOf({ ...owed, requerimientos }) }) },
    ...{ candidaturas, vida, advertencias },
    vistas: new VistasService(deps.clock),
    pendientes: new PendientesService({ clock: deps.clock, procesos, advertencias }, dutiesOf(hoy)),
    ...buildImportaciones(deps, { acts, procesos, vigentes, identidad, documentos, candidaturas }),
    exportaciones: exportacionesModule(deps, { acts, procesos, vigentes, identidad, documentos, candidaturas, cuentas: acceso }),
    avisos,
    versionesAviso,
    consentimientos,
    cuestionarios: { ...cuestionarios, actos, vigentes, procesos, indicios: new IndiciosService(vigentes) },
    fotografias: new FotografiasService(deps, { acts }),
    impresos: new ImpresosService(deps, { procesos, avisos, documentos }),
    ...publicacion,
    ...{ cruces: new CrucesService(deps, base), omisiones: omisionesModule(deps, { ...base, vigentes }) },
    tableroCaptura: new TableroCapturaService(deps, { acts, procesos, candidaturas, vigentes, documentos, cuentas: acceso }),
    ...{ ...owed, derechos, auditoria, requerimientos, ...proteccion.services },
    aperturas: new EventosService(procesos, acts),
    ...buildPublicWorld(deps, publicacion.visor),
  }
}

/** Values that the institute confirms over its pack, and the corrected packs. */
function buildPaquete(deps: Deps, base: { acts: Acts; procesos: ProcesosService; cuentas: ReturnType<typeof accesoModule> }) {
  const confirmaciones = new ConfirmacionesService(deps, base)
  const leer = (subido: Parameters<typeof leerSubido>[0]) => leerSubido(subido, deps.config.paquetes)
  return { confirmaciones, paquete: new PaqueteService({ ...base, confirmaciones, leer }) }
}

interface Escritores {
  remisiones: ReturnType<typeof remisionesModule>
  sesiones: ReturnType<typeof sesionesModule>
  requerimientos: ReturnType<typeof requerimientosModule>
}

/** Newest document of each kind whose sentences the secretaría words. */
function muestrasOf({ remisiones, sesiones, requerimientos }: Escritores): Record<DocumentoPlantilla, Muestra> {
  return {
    oficio: (tx, textos) => remisiones.remisiones.muestra(tx, textos),
    convocatoria: (tx, textos) => sesiones.hojas.muestra(tx, textos, 'convocatoria'),
    orden_del_dia: (tx, textos) => sesiones.hojas.muestra(tx, textos, 'orden'),
    asistencia: (tx, textos) => sesiones.hojas.muestra(tx, textos, 'asistencia'),
    acta: (tx, textos) => sesiones.hojas.muestra(tx, textos, 'acta'),
    // Their words are seen with the examples of the fields: each is of one document.
    acuerdo: () => Promise.resolve(null),
    certificacion: () => Promise.resolve(null),
    requerimiento: (tx, textos) => requerimientos.lista.muestra(tx, textos),
  }
}

/** The bitácora, and the one way in which anything is done and told there. */
function buildRecord(deps: Deps) {
  const bitacora = new BitacoraService(deps.clock)
  return { bitacora, acts: new Acts(deps, bitacora, new AcusesService(deps)) }
}

type Importar = Omit<ConstructorParameters<typeof FormatoIne>[0], 'clock'> & { documentos: Documentos; candidaturas: CandidaturasService }

/** Lists of the institute, and answers that a party has in files: both are read in the same process apart. */
function buildImportaciones(deps: Deps, { candidaturas, ...parts }: Importar) {
  const readTabla = createReadTabla({ workerPath: join(deps.config.trabajadores, 'tabla.worker.js') })
  return {
    ...importacionesModule(deps, { ...parts, readTabla, formatos: [new FormatoIne({ ...parts, clock: deps.clock })] }),
    archivosCaptura: new ArchivosCapturaService(deps, { vigentes: parts.vigentes, candidaturas, readTabla }),
  }
}

/** One maker of documents for all: a list of a whole state is made alone. */
function documentMaker({ config }: Deps): Documentos {
  return createDocumentos({ workerPath: join(config.trabajadores, 'documento.worker.js') })
}

type DerechosParts = Omit<Parameters<typeof derechosModule>[1], 'consentimientos'>

/** Services for the decisions of a persona about her data, and for her requests. */
function buildDerechos(deps: Deps, parts: DerechosParts) {
  const { acts, avisos, identidad, procesos } = parts
  const consentimientos = new ConsentimientosService(deps, { acts, avisos, procesos, documents: identidad })
  return { consentimientos, derechos: derechosModule(deps, { ...parts, consentimientos }) }
}

type ProteccionParts = Parameters<typeof vulneracionesModule>[1] & ConstructorParameters<typeof ProteccionService>[1]

/** Breaches of personal data, and the documents by which they are protected. */
function buildProteccion(deps: Deps, parts: ProteccionParts) {
  const vulneraciones = vulneracionesModule(deps, parts)
  const proteccion = new ProteccionService(deps, parts)
  return { services: { vulneraciones, proteccion }, pendientes: [vulneraciones.pendientes, proteccion] }
}

type PublicacionParts = Parameters<typeof politicasModule>[1] & ConstructorParameters<typeof PublicadorService>[1]

/** Builds the services of publication: its decisions, the cuestionarios they judge by, and the coding of free texts. */
function buildPublicacion(deps: Deps, parts: PublicacionParts) {
  const visor = readVisor(deps.config)
  const paginador = new PaginasService(deps, { ...parts, visor, listas: { primeras: readListaDelDia, contiendas: readContiendasDelDia } })
  const reportes = new ReportesService(parts)
  const bloqueos = new BloqueosService(deps, parts)
  const publicador = new PublicadorService(deps, parts, {
    aportadores: [new EstadisticasService(parts), new DatosAbiertosService(parts), reportes],
    paginador,
  })
  return {
    visor,
    publicador,
    cabezas: new CabezasService(deps),
    codificaciones: codificacionesModule(deps, parts),
    politica: politicasModule(deps, parts),
    ...{ bloqueos, ocultos: new BloqueosPorDerechoService(parts.acts, bloqueos) },
    reportes,
    versiones: versionesModule(deps, { ...parts, publicas: (tx) => publicador.planes.camposPublicos(tx) }),
  }
}

type OwedParts = Omit<Parameters<typeof recordatoriosModule>[1], 'novedades'> & { bitacora: BitacoraService } & Omit<
    Parameters<typeof conclusionModule>[1],
    'actividades'
  > & { cuentas: Pick<AccesoModule, 'buscar'> }

/** Builds the calendar of the institute's duties to the INE, and the modules that work with it. */
function buildOwed(
  deps: Deps,
  {
    cuentas,
    documentos,
    vida,
    vigentes,
    codificaciones,
    derechos: { acusesCorreo },
    ...parts
  }: Omit<OwedParts, 'actividades' | 'acusesCorreo'> & {
    derechos: Pick<ReturnType<typeof derechosModule>, 'acusesCorreo'>
    documentos: Documentos
    vida: ReturnType<typeof vidaModule>
    vigentes: CuestionariosVigentes
    codificaciones: CodificacionesService
    aprobaciones: AprobacionesService
    plantillas: PlantillasService
  },
) {
  const actividades = new ActividadesService(deps, { ...parts, trabajos: findTrabajos })
  const actosActividad = new ActosActividadService(deps, { ...parts, actividades })
  const owed = { ...parts, cuentas, actividades, actosActividad, novedades: new NovedadesCuentaService(deps.clock, parts) }
  const sesiones = sesionesModule(deps, { ...owed, acuerdos: vida.acuerdos, correccionesAcuerdo: vida.correccionesAcuerdo, documentos })
  const remisiones = remisionesModule(deps, { ...owed, documentos, integrantes: sesiones.integrantes })
  const printing = { hojas: sesiones.hojas, documentos }
  const contributors = [actividadesPieces, entregablesPieces, sesionesPieces(printing), remisionesPieces({ ...remisiones, documentos })]
  const quienes = sesiones.integrantes.quienesObservan.bind(sesiones.integrantes)
  const entregables = entregablesModule(deps, { ...owed, documentos: vida.documentos, quienes })
  return {
    actividades,
    actosActividad,
    tablero: new TableroService(deps, owed),
    eventos: new RegistroEventosService(deps, { ...owed, versiones: findVersiones, trabajos: findTrabajos }),
    informes: informesModule(deps, {
      ...{ ...owed, vigentes, codificaciones, documentos },
      ...{ recibidos: vida.documentos, versiones: entregables.versiones, integrantes: sesiones.integrantes },
    }),
    ...{ sesiones, remisiones, entregables },
    papelesAcuerdo: new PapelesAcuerdoService(deps, { ...owed, documentos, integrantes: sesiones.integrantes }),
    calendarios: calendariosModule(deps, owed),
    calendarioLibro: new CalendarioLibroService(deps, { ...owed, documentos }),
    erratas: new ErratasService(deps, { ...owed, documentos }),
    escenarios: escenariosModule(deps, { ...parts, documentos }),
    novedades: owed.novedades,
    recordatorios: recordatoriosModule(deps, { ...owed, cuentas, acusesCorreo }),
    conclusion: conclusionModule(deps, { ...owed, documentos, cuentas }),
    expedientes: new ExpedientesService(deps, { ...owed, contributors, sesion: sesionReunida(printing) }),
  }
}
