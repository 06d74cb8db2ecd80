import { checkRespuestas, compileCuestionario, faltantesDe, seccionesDe } from '@conoceles/cuestionarios'
import {
  CONFIANZAS,
  isConfirmada,
  NIVELES_SUPUESTO,
  OBJETOS_SUPUESTO,
  ORDENES_REVISION,
  ROLES,
  TIPOS_DEMARCACION,
  type ProcesoPack,
  type Rol,
  type Sourced,
  type SupuestoPack,
} from '@conoceles/domain'
import { avisoFaults } from './aviso.ts'
import { conclusionFaults } from './conclusion.ts'
import { consultaFaults } from './consulta.ts'
import { estadisticaFaults } from './estadistica.ts'
import { idiomaFaults } from './idioma.ts'
import { membreteFaults } from './membrete.ts'
import { mosaicoFaults } from './mosaico.ts'
import { organoFaults } from './organo.ts'
import { programaFaults } from './programa.ts'
import { senasFaults } from './senas.ts'
import { vidaFaults } from './vida.ts'

/** Fields that every public record has beside its questions; the policy decides on each. */
const RECORD_FIELDS =
  'nombre apodo sexo edad cargo contienda distrito municipio actorPolitico partidoOrigen calidad numero formula estatus eleccionConsecutiva accionAfirmativa fotografia distintivos fechas fecha_nacimiento salida salidaCausa salidaCaptura sustituyeA'
const CLOSED_LISTS = {
  principio: ['mayoria_relativa', 'representacion_proporcional'],
  demarcacion: TIPOS_DEMARCACION as readonly string[],
  actor: ['partido', 'alianza', 'independiente'],
  regimen: ['partidos', 'sistemas_normativos', null],
}

/** Faults of a process pack, one sentence each; none when it can be used. */
export function packFaults(pack: ProcesoPack): string[] {
  return [
    ...repeatedKeys(pack),
    ...closedListFaults(pack),
    ...referenceFaults(pack),
    ...postulacionFaults(pack),
    ...sourceFaults(pack),
    ...dateFaults(pack),
    ...cuestionarioFaults(pack),
    ...policyFaults(pack),
    ...grupoFaults(pack),
    ...avisoFaults(pack),
    ...vidaFaults(pack),
    ...programaFaults(pack),
    ...organoFaults(pack),
    ...membreteFaults(pack),
    ...estadisticaFaults(pack),
    ...conclusionFaults(pack),
    ...consultaFaults(pack),
    ...idiomaFaults(pack),
    ...senasFaults(pack),
    ...mosaicoFaults(pack),
    ...accesoFaults(pack),
  ]
}

function repeatedKeys(pack: ProcesoPack): string[] {
  const lists = {
    cargos: pack.cargos.map((each) => each.clave),
    demarcaciones: pack.demarcaciones.map((each) => each.clave),
    actores: pack.actores.map((each) => each.clave),
    contiendas: pack.contiendas.map((each) => each.clave),
    postulaciones: pack.postulaciones.map((each) => `${each.contienda} ${each.actor}`),
    ordenes: pack.postulaciones.map((each) => `${each.contienda} ${each.orden}`),
    tiposEleccion: pack.tiposEleccion.map((each) => each.clave),
    grupos: pack.grupos.map((each) => each.clave),
    causas: pack.causas.map((each) => each.clave),
    organos: pack.organos.map((each) => each.clave),
    leyes: pack.reglasAviso.leyes.map((each) => each.clave),
    partesAviso: pack.reglasAviso.partes.map((each) => each.clave),
    datosAviso: pack.reglasAviso.datos.map((each) => each.clave),
    integraciones: pack.integraciones.map((each) => each.clave),
    reglas: pack.reglas.map((each) => each.clave),
    listados: pack.listados.map((each) => each.clave),
    supuestos: pack.supuestos.map((each) => each.clave),
    campos: pack.politicaPublicacion.campos.map((each) => each.campo),
    preguntas: pack.cuestionarios.flatMap((each) => Object.keys(propertiesOf(each))),
    tipos: pack.cuestionarios.map((each) => `${each.tipo} ${each.version}`),
  }
  return Object.entries(lists).flatMap(([name, keys]) => repeated(keys).map((key) => `${name} repeats ${key}`))
}

function closedListFaults(pack: ProcesoPack): string[] {
  return [
    ...(ORDENES_REVISION.includes(pack.revision.orden.clave) ? [] : ['revision: orden']),
    ...pack.supuestos.filter((each) => each.publico === '').map((each) => `supuesto ${each.clave}: nothing for the public`),
    ...pack.supuestos.flatMap(supuestoFaults),
    ...pack.cargos.filter((each) => !CLOSED_LISTS.principio.includes(each.principio)).map((each) => `cargo ${each.clave}: principio`),
    ...pack.cargos.filter((each) => !CLOSED_LISTS.demarcacion.includes(each.demarcacion)).map((each) => `cargo ${each.clave}: demarcacion`),
    ...pack.demarcaciones.filter((each) => !CLOSED_LISTS.demarcacion.includes(each.tipo)).map((each) => `demarcacion ${each.clave}: tipo`),
    ...pack.demarcaciones
      .filter((each) => !CLOSED_LISTS.regimen.includes(each.regimen))
      .map((each) => `demarcacion ${each.clave}: regimen`),
    ...pack.actores.filter((each) => !CLOSED_LISTS.actor.includes(each.tipo)).map((each) => `actor ${each.clave}: tipo`),
  ]
}

function supuestoFaults({ clave, catalogo }: SupuestoPack): string[] {
  if (!catalogo) return [`supuesto ${clave}: not in the catalogue`]
  const { objeto, nivel, hallazgo, comoSubsanar, fundamento } = catalogo
  const faults = [
    ...(OBJETOS_SUPUESTO.includes(objeto) ? [] : ['objeto']),
    ...(NIVELES_SUPUESTO.includes(nivel) ? [] : ['nivel']),
    ...(hallazgo.length >= 10 ? [] : ['nothing for the record']),
    ...(comoSubsanar === '' ? ['nothing on how to mend it'] : []),
    ...(fundamento.articulo === null && isConfirmada(fundamento.confianza) ? ['a confirmed article that is none'] : []),
  ]
  return faults.map((fault) => `supuesto ${clave}: ${fault}`)
}

function referenceFaults(pack: ProcesoPack): string[] {
  const demarcaciones = new Map(pack.demarcaciones.map((each) => [each.clave, each]))
  const cargos = new Map(pack.cargos.map((each) => [each.clave, each]))
  const tipoOf = (clave: string): string | undefined => demarcaciones.get(clave)?.tipo
  return [
    ...pack.cargos
      .filter((each) => !pack.tiposEleccion.some((tipo) => tipo.clave === each.tipoEleccion))
      .map((each) => `cargo ${each.clave}: unknown tipoEleccion`),
    ...pack.contiendas
      .filter((each) => tipoOf(each.demarcacion) === undefined || cargos.get(each.cargo)?.demarcacion !== tipoOf(each.demarcacion))
      .map((each) => `contienda ${each.clave}: its cargo is not of its demarcacion`),
    ...pack.contiendas
      .filter((each) => demarcaciones.get(each.demarcacion)?.regimen === 'sistemas_normativos')
      .map((each) => `contienda ${each.clave}: a municipio of sistemas normativos`),
    ...pack.contiendas
      .filter((each) => !Number.isInteger(each.lugares) || each.lugares < 1)
      .map((each) => `contienda ${each.clave}: lugares`),
    ...Object.entries(pack.secciones)
      .filter(([, [municipio, distrito]]) => tipoOf(municipio) !== 'municipio' || tipoOf(distrito) !== 'distrito')
      .map(([seccion]) => `seccion ${seccion}: unknown municipio or distrito`),
  ]
}

/** Roles whose acts no password alone may do: they publish, verify, decide on data or give accounts. */
const NEVER_EXEMPT: readonly Rol[] = ['verificacion', 'secretaria', 'transparencia', 'administracion']

function accesoFaults({ acceso }: ProcesoPack): string[] {
  const exempt = acceso?.sinSegundoFactor ?? []
  return [
    ...exempt.filter((rol) => !ROLES.includes(rol)).map((rol) => `acceso: unknown rol ${rol}`),
    ...exempt.filter((rol) => NEVER_EXEMPT.includes(rol)).map((rol) => `acceso: ${rol} without a second factor`),
    ...repeated(exempt).map((rol) => `acceso repeats ${rol}`),
  ]
}

function postulacionFaults(pack: ProcesoPack): string[] {
  const tipos = new Map(pack.actores.map((each) => [each.clave, each.tipo]))
  const contiendas = new Set(pack.contiendas.map((each) => each.clave))
  const standing = pack.postulaciones.flatMap((each) =>
    (tipos.get(each.actor) === 'partido' ? [each.actor] : each.integrantes).map((partido) => `${each.contienda} ${partido}`),
  )
  return [
    ...repeated(standing).map((pair) => `a partido stands twice: ${pair}`),
    ...[...contiendas]
      .filter((clave) => !pack.postulaciones.some((each) => each.contienda === clave))
      .map((clave) => `nobody stands in ${clave}`),
    ...pack.postulaciones.filter((each) => !contiendas.has(each.contienda)).map((each) => `unknown contienda ${each.contienda}`),
    ...pack.postulaciones.filter((each) => !tipos.has(each.actor)).map((each) => `unknown actor ${each.actor}`),
    ...pack.postulaciones
      .filter((each) => each.integrantes.some((clave) => tipos.get(clave) !== 'partido'))
      .map((each) => `${each.contienda} ${each.actor}: a member is no partido`),
    ...pack.postulaciones
      .filter((each) => (tipos.get(each.actor) === 'alianza') !== each.integrantes.length > 1)
      .map((each) => `${each.contienda} ${each.actor}: an alianza and only an alianza has members`),
  ]
}

function sourceFaults(pack: ProcesoPack): string[] {
  const lists: Record<string, Sourced[]> = {
    instituto: [pack.instituto],
    cargos: pack.cargos,
    demarcaciones: pack.demarcaciones,
    actores: pack.actores,
    contiendas: pack.contiendas,
    postulaciones: pack.postulaciones,
    tiposEleccion: pack.tiposEleccion,
    grupos: pack.grupos,
    supuestos: pack.supuestos,
    fundamentos: pack.supuestos.flatMap(({ catalogo }) => (catalogo ? [catalogo.fundamento] : [])),
    cuestionarios: pack.cuestionarios,
    avisosPrivacidad: pack.avisosPrivacidad,
    leyes: pack.reglasAviso.leyes,
    partesAviso: pack.reglasAviso.partes,
    datosAviso: pack.reglasAviso.datos,
    politicaPublicacion: [pack.politicaPublicacion],
    campos: pack.politicaPublicacion.campos,
    calendario: pack.calendario,
    feriados: pack.feriados,
    causas: pack.causas,
    organos: pack.organos,
    sesiones: pack.organos.flatMap(({ sesiones }) => sesiones ?? []),
    integraciones: pack.integraciones,
    reglas: pack.reglas,
    listados: pack.listados,
    recordatorios: [pack.programa.recordatorios],
    oficio: oficioSources(pack),
    acceso: pack.acceso ? [pack.acceso] : [],
    revision: [pack.revision.orden, pack.revision.plazoObservacion, ...(pack.revision.varias ? [pack.revision.varias] : [])],
    requerimiento: Object.values(pack.revision.requerimiento ?? {}),
    preguntas: pack.cuestionarios.flatMap((each) => Object.values(propertiesOf(each)).map(sourcedOf)),
  }
  return Object.entries(lists).flatMap(([name, entries]) =>
    entries.flatMap((each, i) => (each.fuente && CONFIANZAS.includes(each.confianza) ? [] : [`${name}[${i}] has no source or confidence`])),
  )
}

function oficioSources({ oficio }: ProcesoPack): Sourced[] {
  const { numeracion, lugar, remitente, destinatario, atencion } = oficio
  return [oficio, numeracion, lugar, remitente, destinatario, ...(atencion ? [atencion] : [])]
}

function dateFaults(pack: ProcesoPack): string[] {
  const dates = [
    pack.jornada,
    ...pack.tiposEleccion.flatMap((each) => [each.inicioPublicacion, each.entregaCuentas, each.cierreCaptura]),
    ...pack.calendario.flatMap((each) => [each.inicio, each.fin]),
    ...pack.feriados.map((each) => each.fecha),
    ...[...pack.cuestionarios, ...pack.avisosPrivacidad, pack.politicaPublicacion].map((each) => each.vigenteDesde),
  ]
  return [
    ...dates.filter((date) => !/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))).map((date) => `${date} is no date`),
    ...pack.tiposEleccion
      .filter(
        (each) =>
          each.entregaCuentas >= each.cierreCaptura || each.inicioPublicacion >= each.cierreCaptura || each.cierreCaptura >= pack.jornada,
      )
      .map((each) => `tipoEleccion ${each.clave}: dates out of order`),
    ...pack.calendario.filter((each) => each.inicio > each.fin).map((each) => `calendario: ${each.evento} ends before it starts`),
  ]
}

function cuestionarioFaults(pack: ProcesoPack): string[] {
  const compiled = pack.cuestionarios.map((each) => compileCuestionario(each))
  return [
    ...['curricular', 'identidad'].filter((tipo) => !compiled.some((each) => each.tipo === tipo)).map((tipo) => `no cuestionario ${tipo}`),
    ...compiled.flatMap((c) =>
      seccionesDe(c)
        .filter(({ clave }) => checkRespuestas(c, clave, {}, {}).length > 0 || faltantesDe(c, clave, {}, {}).length === 0)
        .map(({ clave }) => `${c.tipo} ${clave}: an empty draft must be accepted and incomplete`),
    ),
  ]
}

function policyFaults(pack: ProcesoPack): string[] {
  const policy = new Map(pack.politicaPublicacion.campos.map((each) => [each.campo, each]))
  const questions = pack.cuestionarios.flatMap((each) =>
    Object.entries(propertiesOf(each)).map(([campo, question]) => ({ campo, question, tipo: each.tipo })),
  )
  const known = new Set([...RECORD_FIELDS.split(' '), ...questions.map((each) => each.campo)])
  return [
    ...[...known].filter((campo) => !policy.has(campo)).map((campo) => `the policy says nothing of ${campo}`),
    ...[...policy.keys()].filter((campo) => !known.has(campo)).map((campo) => `the policy speaks of ${campo}, which is no field`),
    ...questions
      .filter(({ campo, question }) => policy.get(campo)?.publico !== question['x-publico'])
      .map(({ campo }) => `${campo}: policy and question disagree`),
    ...questions
      .filter(({ campo, tipo }) => tipo === 'identidad' && policy.get(campo)?.publico)
      .map(({ campo }) => `${campo}: an identity respuesta would be public`),
    ...questions
      .filter(({ question }) => question['x-publico'] === true && question['x-presentacion'] === undefined)
      .map(({ campo }) => `${campo} is public and has no x-presentacion`),
    ...(policy.get('fecha_nacimiento')?.publico ? ['the date of birth would be public'] : []),
  ]
}

function grupoFaults(pack: ProcesoPack): string[] {
  const questions = new Map(
    pack.cuestionarios.filter((each) => each.tipo === 'identidad').flatMap((each) => Object.entries(propertiesOf(each))),
  )
  const declared = [...questions].filter(([, question]) => question['x-grupo'] !== undefined)
  return [
    ...pack.grupos
      .filter(
        ({ clave, pregunta }) =>
          pregunta !== null && (questions.get(pregunta)?.['x-grupo'] !== clave || !optionsOf(questions.get(pregunta)).includes('Sí')),
      )
      .map(({ clave }) => `grupo ${clave}: its question does not declare it with «Sí»`),
    ...declared
      .filter(([campo, question]) => !pack.grupos.some((each) => each.clave === question['x-grupo'] && each.pregunta === campo))
      .map(([campo]) => `${campo} declares an unknown grupo`),
  ]
}

function propertiesOf(cuestionario: ProcesoPack['cuestionarios'][number]): Record<string, Record<string, unknown>> {
  return cuestionario.schema['properties'] as Record<string, Record<string, unknown>>
}

function sourcedOf(question: Record<string, unknown>): Sourced {
  return { fuente: question['x-fuente'], confianza: question['x-confianza'] } as Sourced
}

function optionsOf(question: Record<string, unknown> | undefined): string[] {
  return (question?.['enum'] ?? []) as string[]
}

function repeated(values: string[]): string[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.has(value) || !seen.add(value))
}
