import type { ConsultaPack, ProcesoPack } from '@conoceles/domain'
import { pack } from './paquete.ts'

const NOTHING_OWED: ProcesoPack['programa'] = {
  actividades: [],
  hechos: [],
  menciones: [],
  sesiones: [],
  areas: [],
  laborales: { descansos: [], jornadas: [], propios: [], todosHabiles: [], fuente: 'inventado para la prueba', confianza: 'alta' },
  vigencia: { desde: '2030-01-01', hasta: '2030-12-31' },
  recordatorios: {
    avisoDias: 3,
    distancias: [],
    hora: '09:00',
    resumen: { dia: 1, hora: '09:00' },
    escalamiento: { despuesDias: 1, cadaDias: 1, roles: [] },
    silencio: { desde: '00:00', hasta: '00:00' },
    vigenciaHoras: 24,
    sinCuenta: [],
    fuente: 'inventado para la prueba',
    confianza: 'alta' as const,
  },
}

const SOURCED = { fuente: 'inventado para la prueba', confianza: 'alta' } as const

const OFICIO: ProcesoPack['oficio'] = {
  numeracion: { patron: 'IF/{anio}', ...SOURCED },
  lugar: { texto: 'Villa Ejemplo', ...SOURCED },
  remitente: { cargo: 'Dirección', ...SOURCED },
  destinatario: { cargo: 'Enlace', organo: 'Autoridad', ...SOURCED },
  atencion: null,
  asunto: '{actividades}',
  parrafos: ['{entregables}'],
  ...SOURCED,
}

const ESTADISTICA: ProcesoPack['estadistica'] = {
  minimo: { valor: 5, ...SOURCED },
  cortes: [],
  tablas: [],
  publicas: [],
  edades: { rangos: [], ...SOURCED },
}

const NO_PLAN: ProcesoPack['conclusion'] = {
  conclusionProceso: { fecha: null, ...SOURCED },
  quedan: { campos: [], ...SOURCED },
  etapas: [],
}

const DERECHOS: ProcesoPack['derechos'] = {
  prevenir: { dias: 5, ...SOURCED },
  desahogar: { dias: 10, ...SOURCED },
  responder: { dias: 20, ...SOURCED },
  ampliar: { dias: 10, ...SOURCED },
  hacerEfectivo: { dias: 15, ...SOURCED },
  declinar: { dias: 3, ...SOURCED },
  recurrir: { dias: 15, ...SOURCED },
  bloquear: { dias: 10, ...SOURCED },
}

/** A proceso that owes nothing to anybody, and knows no cause nor rule. */
const CONSULTA: ConsultaPack = { orden: { clave: 'sorteo_diario', ...SOURCED }, escolaridad: null, funciones: [], preguntas: [] }

const NOTHING_ELSE = {
  ...{ causas: [], organos: [], integraciones: [], reglas: [], listados: [], calendario: [], feriados: [] },
  ...{
    programa: NOTHING_OWED,
    oficio: OFICIO,
    plantillas: pack.plantillas,
    estadistica: ESTADISTICA,
    consulta: CONSULTA,
    derechos: DERECHOS,
    conclusion: NO_PLAN,
  },
}

const CARGOS: ProcesoPack['cargos'] = [
  { clave: 'alcaldia', nombre: 'Alcaldías', singular: 'Alcaldía', principio: 'mayoria_relativa', demarcacion: 'municipio', tipoEleccion: 'unica', conSuplente: false, planilla: null, orden: 1, ...SOURCED }, // prettier-ignore
  { clave: 'concejalia', nombre: 'Concejalías', singular: 'Concejalía', principio: 'representacion_proporcional', demarcacion: 'municipio', tipoEleccion: 'unica', conSuplente: true, planilla: null, orden: 2, ...SOURCED }, // prettier-ignore
  { clave: 'junta', nombre: 'Juntas de comunidad', singular: 'Junta de comunidad', principio: 'mayoria_relativa', demarcacion: 'comunidad', tipoEleccion: 'unica', conSuplente: false, planilla: null, orden: 3, ...SOURCED }, // prettier-ignore
]

/** A made-up proceso of another state, as small as one can be: a feature that works here needs data only. */
export function smallPack(): ProcesoPack {
  return {
    clave: 'ficticia-2030',
    version: '1',
    nombre: 'Proceso ficticio',
    entidad: { clave: '99', nombre: 'Ficticia' },
    instituto: { siglas: 'IF', nombre: 'Instituto Ficticio', sitio: null, ...SOURCED },
    zona: 'America/Hermosillo',
    jornada: '2030-06-02',
    responsabilidad: 'De quien lo escribe.',
    cargos: CARGOS,
    demarcaciones: [
      { clave: 'M1', tipo: 'municipio', nombre: 'Villa Ejemplo', regimen: 'partidos', pertenece: null, cabecera: null, ...SOURCED },
      { clave: 'C1', tipo: 'comunidad', nombre: 'Loma Ejemplo', regimen: null, pertenece: 'M1', cabecera: null, ...SOURCED },
    ],
    secciones: {},
    actores: [
      { clave: 'UNO', nombre: 'Partido Uno', tipo: 'partido', figura: null, color: null, nota: null, ...SOURCED },
      { clave: 'DOS', nombre: 'Partido Dos', tipo: 'partido', figura: null, color: null, nota: null, ...SOURCED },
      { clave: 'LIBRE', nombre: 'Candidatura independiente', tipo: 'independiente', figura: null, color: null, nota: null, ...SOURCED },
      { clave: 'JUNTOS', nombre: 'Juntos', tipo: 'alianza', figura: 'coalición', color: null, nota: null, ...SOURCED },
    ],
    contiendas: [
      { clave: 'alcaldia-M1', cargo: 'alcaldia', demarcacion: 'M1', lugares: 1, ...SOURCED },
      { clave: 'concejalia-M1', cargo: 'concejalia', demarcacion: 'M1', lugares: 6, ...SOURCED },
      { clave: 'junta-C1', cargo: 'junta', demarcacion: 'C1', lugares: 1, ...SOURCED },
    ],
    postulaciones: [
      { contienda: 'alcaldia-M1', actor: 'JUNTOS', integrantes: ['UNO', 'DOS'], orden: 1, ...SOURCED },
      { contienda: 'alcaldia-M1', actor: 'LIBRE', integrantes: [], orden: 2, ...SOURCED },
      { contienda: 'concejalia-M1', actor: 'UNO', integrantes: [], orden: 1, ...SOURCED },
      { contienda: 'concejalia-M1', actor: 'DOS', integrantes: [], orden: 2, ...SOURCED },
      { contienda: 'junta-C1', actor: 'UNO', integrantes: [], orden: 1, ...SOURCED },
      { contienda: 'junta-C1', actor: 'DOS', integrantes: [], orden: 2, ...SOURCED },
    ],
    tiposEleccion: [
      { clave: 'unica', nombre: 'Única', inicioPublicacion: '2030-04-01', entregaCuentas: '2030-04-01', plazoCaptura: { dias: 10, tipoDias: 'naturales', desde: 'entrega' }, cierreCaptura: '2030-05-29', ...SOURCED }, // prettier-ignore
    ],
    grupos: [{ clave: 'isla', nombre: 'Personas isleñas', pregunta: 'es_isla', explicacion: 'De las islas.', ...SOURCED }],
    supuestos: [{ clave: 'copia', texto: 'Copia de otra', publico: 'Se revisa si es una copia', ...SOURCED }],
    revision: { orden: { clave: 'verificar_y_publicar', ...SOURCED }, plazoObservacion: { dias: 3, tipoDias: 'naturales', ...SOURCED } },
    cuestionarios: [curricular(), identidad()],
    avisosPrivacidad: [],
    reglasAviso: { entregable: null, leyes: [], partes: [], datos: [] },
    politicaPublicacion: { version: 1, vigenteDesde: '2030-01-01', campos: [], ...SOURCED },
    ...NOTHING_ELSE,
  }
}

function curricular(): ProcesoPack['cuestionarios'][number] {
  const properties = {
    correo: { type: 'string', title: 'Correo', format: 'email', 'x-publico': true },
    ideas: { type: 'string', title: 'Ideas', sinBlancos: { minimo: 100, maximo: 400 }, 'x-obligatorio': true, 'x-publico': true },
  }
  const schema = { type: 'object', properties }
  return {
    tipo: 'curricular',
    version: 1,
    titulo: 'Curricular',
    vigenteDesde: '2030-01-01',
    schema,
    uischema: section(properties),
    ...SOURCED,
  }
}

function identidad(): ProcesoPack['cuestionarios'][number] {
  const properties = {
    es_isla: { type: 'string', title: '¿Isla?', enum: ['Sí', 'No', 'Prefiero no contestar'], 'x-obligatorio': true, 'x-publico': false },
    cual_isla: { type: 'string', title: '¿Cuál?', maxLength: 80, 'x-publico': false },
  }
  const schema = { type: 'object', properties }
  return {
    tipo: 'identidad',
    version: 1,
    titulo: 'Identidad',
    vigenteDesde: '2030-01-01',
    schema,
    uischema: section(properties),
    ...SOURCED,
  }
}

function section(properties: Record<string, unknown>): Record<string, unknown> {
  const elements = Object.keys(properties).map((campo) => ({ type: 'Control', scope: `#/properties/${campo}` }))
  return { type: 'Categorization', elements: [{ type: 'Category', label: 'Sección', options: { clave: 'seccion' }, elements }] }
}
