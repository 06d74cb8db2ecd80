import type { FastifyInstance } from 'fastify'
import { act } from '../../../shared/act.ts'
import { route } from '../../../shared/http/contract.ts'
import type { Deps } from '../../../shared/deps.ts'
import {
  CodificacionDetalleDto,
  CodificacionParamsDto,
  CodificarTextoDto,
  DesacuerdosDto,
  GuardarLibroDto,
  ListCodificacionesDto,
  ReiniciarCodificacionDto,
  ResolverDesacuerdoDto,
  TextoCodificacionParamsDto,
  TextoCodificadoDto,
  TextosPorCodificarDto,
} from './codificaciones.dto.ts'
import type { CodificacionesService } from './codificaciones.service.ts'
import type { CodificarService } from './codificar.service.ts'

export interface Codificaciones {
  codificaciones: CodificacionesService
  codificar: CodificarService
}

const etiqueta = 'Codificaciones'
const administra = { etiqueta, permiso: 'codificaciones.administrar', respuesta: CodificacionDetalleDto, limite: 60 } as const
const codifica = { etiqueta, permiso: 'codificaciones.codificar' } as const

export function codificacionesRoutes(app: FastifyInstance, deps: Deps, parts: Codificaciones): void {
  readRoutes(app, deps, parts)
  libroRoutes(app, parts)
  plazaRoutes(app, parts)
  textoRoutes(app, parts)
  desacuerdosRoutes(app, parts)
}

function readRoutes(app: FastifyInstance, { databases }: Deps, { codificaciones }: Codificaciones): void {
  const reads = { etiqueta, permiso: 'codificaciones.ver' } as const
  route(
    app,
    ['GET', '/codificaciones'],
    {
      ...reads,
      id: 'listCodificaciones',
      resumen: 'Los textos de «Otra» del cuestionario de identidad, y cómo va la codificación de cada uno',
      respuesta: ListCodificacionesDto,
    },
    ({ quien }) => act(databases, quien, (tx) => codificaciones.list(tx, quien)),
  )
  route(
    app,
    ['GET', '/codificaciones/:pregunta'],
    {
      ...reads,
      id: 'getCodificacion',
      resumen: 'Una codificación: su libro de códigos y, al final, lo que se contó',
      descripcion: 'Nunca dice cuántos textos hay ni quién los escribió.',
      params: CodificacionParamsDto,
      respuesta: CodificacionDetalleDto,
    },
    ({ params, quien }) => act(databases, quien, (tx) => codificaciones.find(tx, quien, params.pregunta)),
  )
}

function libroRoutes(app: FastifyInstance, { codificaciones }: Codificaciones): void {
  const params = CodificacionParamsDto
  const decides = { ...administra, params, paso: 'reciente' } as const
  route(
    app,
    ['PUT', '/codificaciones/:pregunta/libro'],
    {
      ...administra,
      id: 'guardarLibroCodigos',
      rechaza: ['codificacion.acto_no_permitido', 'codificacion.version_distinta'],
      resumen: 'Guarda el libro de códigos',
      descripcion: 'Quien tenía a la vista otra versión recibe un 409 con lo que está guardado.',
      params,
      body: GuardarLibroDto,
    },
    ({ params: { pregunta }, body, quien }) => codificaciones.guardar(quien, pregunta, body),
  )
  route(
    app,
    ['POST', '/codificaciones/:pregunta/apertura'],
    {
      ...decides,
      id: 'abrirCodificacion',
      rechaza: ['codificacion.acto_no_permitido', 'codificacion.version_distinta', 'identidad.llave_ausente'],
      resumen: 'Fija el libro de códigos y reúne los textos',
      descripcion: 'Si son tan pocos que nada se podría decir, sigue en borrador y lo dice `sinTextosEn`: nadie los lee.',
    },
    ({ params: { pregunta }, quien }) => codificaciones.abrir(quien, pregunta),
  )
  route(
    app,
    ['POST', '/codificaciones/:pregunta/cierre'],
    {
      ...decides,
      id: 'cerrarCodificacion',
      rechaza: ['codificacion.acto_no_permitido', 'codificacion.version_distinta', 'identidad.llave_ausente'],
      resumen: 'Cuenta lo que se puede decir, una sola vez, y destruye los códigos',
    },
    ({ params: { pregunta }, quien }) => codificaciones.cerrar(quien, pregunta),
  )
  route(
    app,
    ['POST', '/codificaciones/:pregunta/reinicio'],
    {
      ...decides,
      id: 'reiniciarCodificacion',
      rechaza: ['codificacion.acto_no_permitido', 'codificacion.version_distinta'],
      resumen: 'Deja lo codificado y vuelve al libro de códigos',
      body: ReiniciarCodificacionDto,
    },
    ({ params: { pregunta }, body, quien }) => codificaciones.reiniciar(quien, pregunta, body.razon),
  )
}

function plazaRoutes(app: FastifyInstance, { codificar }: Codificaciones): void {
  const params = CodificacionParamsDto
  route(
    app,
    ['POST', '/codificaciones/:pregunta/plaza'],
    {
      ...codifica,
      id: 'tomarPlazaCodificacion',
      rechaza: ['codificacion.acto_no_permitido', 'codificacion.version_distinta'],
      paso: 'reciente',
      resumen: 'Toma una de las dos plazas de quienes codifican',
      params,
      respuesta: CodificacionDetalleDto,
    },
    ({ params: { pregunta }, quien }) => codificar.tomarPlaza(quien, pregunta),
  )
  route(
    app,
    ['POST', '/codificaciones/:pregunta/lectura'],
    {
      ...codifica,
      id: 'leerTextosCodificacion',
      rechaza: ['codificacion.acto_no_permitido', 'identidad.llave_ausente'],
      paso: 'reciente',
      resumen: 'Los textos por codificar, con seudónimo',
      descripcion: 'Es una lectura de respuestas de identidad: cada una queda en la bitácora, y las personas la ven.',
      params,
      respuesta: TextosPorCodificarDto,
    },
    ({ params: { pregunta }, quien }) => codificar.leer(quien, pregunta),
  )
}

function textoRoutes(app: FastifyInstance, { codificar }: Codificaciones): void {
  route(
    app,
    ['PUT', '/codificaciones/:pregunta/textos/:id'],
    {
      ...codifica,
      id: 'codificarTexto',
      rechaza: ['codificacion.acto_no_permitido'],
      resumen: 'Da una categoría a un texto, o se la quita',
      params: TextoCodificacionParamsDto,
      body: CodificarTextoDto,
      respuesta: TextoCodificadoDto,
    },
    ({ params: at, body, quien }) => codificar.codificar(quien, at, body.codigo),
  )
  route(
    app,
    ['POST', '/codificaciones/:pregunta/termino'],
    {
      ...codifica,
      id: 'terminarCodificacion',
      rechaza: ['codificacion.acto_no_permitido', 'codificacion.version_distinta'],
      resumen: 'Dice que ya codificó todos los textos',
      params: CodificacionParamsDto,
      respuesta: CodificacionDetalleDto,
    },
    ({ params: { pregunta }, quien }) => codificar.terminar(quien, pregunta),
  )
}

function desacuerdosRoutes(app: FastifyInstance, { codificar }: Codificaciones): void {
  route(
    app,
    ['POST', '/codificaciones/:pregunta/desacuerdos'],
    {
      ...codifica,
      id: 'leerDesacuerdosCodificacion',
      rechaza: ['codificacion.acto_no_permitido', 'identidad.llave_ausente'],
      paso: 'reciente',
      resumen: 'El acuerdo entre las dos personas, y los textos en que no coincidieron',
      descripcion: 'Cuando las dos terminaron. Es una lectura de respuestas de identidad: queda en la bitácora.',
      params: CodificacionParamsDto,
      respuesta: DesacuerdosDto,
    },
    ({ params: { pregunta }, quien }) => codificar.desacuerdos(quien, pregunta),
  )
  route(
    app,
    ['PUT', '/codificaciones/:pregunta/desacuerdos/:id'],
    {
      ...codifica,
      id: 'resolverDesacuerdoCodificacion',
      rechaza: ['codificacion.acto_no_permitido', 'codificacion.version_distinta'],
      resumen: 'Decide qué categoría le toca a un texto en que no coincidieron',
      descripcion: 'Queda cuando las dos personas deciden lo mismo, o cuando decide una tercera.',
      params: TextoCodificacionParamsDto,
      body: ResolverDesacuerdoDto,
      respuesta: CodificacionDetalleDto,
    },
    ({ params: at, body, quien }) => codificar.resolver(quien, at, body),
  )
}
