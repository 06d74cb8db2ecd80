import type { ActorPoliticoPack, CampoPoliticaPack, CargoPack, DemarcacionPack, PostulacionPack, ProcesoPack } from '@conoceles/domain'
import { FINALIDADES, REGLAS_AVISO } from './aviso.ts'
import { conclusion } from './conclusion.ts'
import { consulta } from './consulta.ts'
import { cuestionarios } from './cuestionarios.ts'
import { derechos } from './derechos.ts'
import { estadistica } from './estadistica.ts'
import { mosaicos } from './mosaicos.ts'
import { programa } from './programa.ts'
import { integraciones, organos } from './organos.ts'
import { supuestos } from './supuestos.ts'
import { acuerdos, causas, listados, membrete, oficio, plantillas, reglas } from './vida.ts'

const invented = { fuente: 'Inventado para las pruebas', confianza: 'alta' } as const

/**
 * The process of a state that does not exist, as unlike the real pack as the types allow: other cargos, keys, lengths, questions, time
 * zone and authorities. Nothing in it is about anybody.
 */
export const packFicticio: ProcesoPack = {
  clave: 'valle-claro-2030',
  version: '0.1.0',
  nombre: 'Proceso electoral ficticio de Valle Claro 2030',
  entidad: { clave: '99', nombre: 'Valle Claro' },
  instituto: { siglas: 'IEVC', nombre: 'Instituto Electoral de Valle Claro', sitio: null, ...invented },
  zona: 'America/Tijuana',
  jornada: '2030-07-07',
  responsabilidad: 'En Valle Claro, cada candidatura responde por lo que escribe.',
  cargos: [
    cargo('intendencia', { nombre: 'Intendencia', demarcacion: 'entidad', orden: 1, conSuplente: false }),
    cargo('legislatura', { nombre: 'Legislatura', demarcacion: 'distrito', orden: 2, conSuplente: true }),
    cargo('alcaldia', { nombre: 'Alcaldías', demarcacion: 'municipio', orden: 3, conSuplente: true }),
    cargo('presidencia_comunidad', { nombre: 'Presidencias de comunidad', demarcacion: 'comunidad', orden: 4, conSuplente: true }),
  ],
  demarcaciones: [
    demarcacion('99', 'entidad', 'Valle Claro'),
    demarcacion('norte', 'distrito', 'Distrito Norte'),
    demarcacion('sur', 'distrito', 'Distrito Sur'),
    demarcacion('m1', 'municipio', 'Puerto Imaginario'),
    demarcacion('m2', 'municipio', 'Llano Inventado'),
    { ...demarcacion('m3', 'municipio', 'Sierra Fingida'), regimen: 'sistemas_normativos' },
    { ...demarcacion('c1', 'comunidad', 'Caleta Supuesta'), pertenece: 'm1' },
  ],
  secciones: { '1': ['m1', 'norte'], '2': ['m1', 'sur'], '3': ['m2', 'sur'], '4': ['m3', 'norte'] },
  actores: [
    actor('PFAR', 'Partido Faro', 'partido'),
    actor('PCOM', 'Partido Cometa', 'partido'),
    actor('PRIO', 'Partido Río', 'partido'),
    actor('LUCES', 'Alianza Luces', 'alianza'),
  ],
  contiendas: [
    { clave: 'intendencia-99', cargo: 'intendencia', demarcacion: '99', lugares: 1, ...invented },
    { clave: 'legislatura-norte', cargo: 'legislatura', demarcacion: 'norte', lugares: 1, ...invented },
    { clave: 'legislatura-sur', cargo: 'legislatura', demarcacion: 'sur', lugares: 2, ...invented },
    { clave: 'alcaldia-m1', cargo: 'alcaldia', demarcacion: 'm1', lugares: 1, ...invented },
    { clave: 'alcaldia-m2', cargo: 'alcaldia', demarcacion: 'm2', lugares: 1, ...invented },
    { clave: 'comunidad-c1', cargo: 'presidencia_comunidad', demarcacion: 'c1', lugares: 1, ...invented },
  ],
  postulaciones: [
    ...alianzaAndRio('intendencia-99'),
    ...alianzaAndRio('legislatura-norte'),
    ...apart('legislatura-sur'),
    ...apart('alcaldia-m1'),
    ...alianzaAndRio('alcaldia-m2'),
    ...apart('comunidad-c1'),
  ],
  tiposEleccion: [
    {
      clave: 'unica',
      nombre: 'Elección única',
      inicioPublicacion: '2030-05-01',
      entregaCuentas: '2030-04-20',
      plazoCaptura: { dias: 10, tipoDias: 'naturales', desde: 'entrega' },
      cierreCaptura: '2030-07-03',
      ...invented,
    },
  ],
  grupos: [
    { clave: 'islena', nombre: 'Personas isleñas', pregunta: 'islena', explicacion: 'Persona nacida en una isla.', ...invented },
    { clave: 'serrana', nombre: 'Personas serranas', pregunta: 'serrana', explicacion: 'Persona que vive en la sierra.', ...invented },
    { clave: 'navegante', nombre: 'Personas navegantes', pregunta: null, explicacion: 'Sólo por acción afirmativa.', ...invented },
  ],
  supuestos,
  revision: {
    orden: { clave: 'verificar_y_publicar', ...invented },
    plazoObservacion: { dias: 2, tipoDias: 'habiles', ...invented },
    varias: { permitido: true, ...invented },
    requerimiento: {
      fundamento: { texto: 'Con fundamento en el artículo 3 de la Ley del Valle, se le requiere lo siguiente.', ...invented },
      efectos: { texto: 'El registro queda como está.', fuente: 'Inventado para las pruebas', confianza: 'por_confirmar' },
    },
  },
  causas,
  organos,
  integraciones,
  reglas,
  listados,
  programa,
  oficio,
  plantillas,
  membrete,
  acuerdos,
  estadistica,
  consulta,
  mosaicos,
  derechos,
  conclusion,
  cuestionarios,
  avisosPrivacidad: [
    {
      version: 1,
      vigenteDesde: '2030-02-01',
      integral: '# Aviso integral de Valle Claro\n\n## Quién responde\n\n{{instituto}}.\n\n## Para qué\n\n{{finalidades}}',
      simplificado: '# Aviso simplificado de Valle Claro\n\n**Quién responde.** {{instituto}}.\n\n{{finalidades}}',
      finalidades: FINALIDADES,
      aprobacion: { organo: 'Comité de Valle Claro', fecha: '2030-01-20', acta: 'VC-1', confianza: 'alta' },
      ...invented,
    },
  ],
  reglasAviso: REGLAS_AVISO,
  politicaPublicacion: { version: 1, vigenteDesde: '2030-02-01', campos: campos(), ...invented },
  calendario: [{ inicio: '2030-07-07', fin: '2030-07-07', evento: 'Jornada electoral', ...invented }],
  feriados: [{ fecha: '2030-05-01', nombre: 'Día del Valle', ...invented }],
}

function cargo(clave: string, rest: Pick<CargoPack, 'nombre' | 'demarcacion' | 'orden' | 'conSuplente'>): CargoPack {
  return {
    clave,
    planilla: null,
    singular: `Candidatura: ${rest.nombre}`,
    principio: 'mayoria_relativa',
    tipoEleccion: 'unica',
    ...rest,
    ...invented,
  }
}

function demarcacion(clave: string, tipo: DemarcacionPack['tipo'], nombre: string): DemarcacionPack {
  return { clave, tipo, nombre, regimen: tipo === 'municipio' ? 'partidos' : null, pertenece: null, cabecera: null, ...invented }
}

function actor(clave: string, nombre: string, tipo: ActorPoliticoPack['tipo']): ActorPoliticoPack {
  return { clave, nombre, tipo, figura: null, color: null, nota: null, ...invented }
}

function alianzaAndRio(contienda: string): PostulacionPack[] {
  return [
    { contienda, actor: 'LUCES', integrantes: ['PFAR', 'PCOM'], orden: 1, ...invented },
    { contienda, actor: 'PRIO', integrantes: [], orden: 2, ...invented },
  ]
}

function apart(contienda: string): PostulacionPack[] {
  return ['PFAR', 'PCOM', 'PRIO'].map((clave, i) => ({ contienda, actor: clave, integrantes: [], orden: i + 1, ...invented }))
}

function campos(): CampoPoliticaPack[] {
  const general = [
    'nombre',
    'apodo',
    'sexo',
    'edad',
    'cargo',
    'contienda',
    'distrito',
    'municipio',
    'actorPolitico',
    'partidoOrigen',
    'calidad',
  ]
  const others = ['numero', 'formula', 'estatus', 'eleccionConsecutiva', 'accionAfirmativa', 'fotografia', 'distintivos', 'fechas']
  const open = [...general, ...others, 'oficio', 'oficio_otro', 'sitio', 'compromiso', 'salida', 'salidaCausa', 'sustituyeA']
  const closed = ['salidaCaptura', 'fecha_nacimiento', 'telefono_privado', 'islena', 'isla', 'serrana']
  return [...open, ...closed].map((campo) => ({ campo, publico: open.includes(campo), base: 'Ley ficticia de Valle Claro', ...invented }))
}
