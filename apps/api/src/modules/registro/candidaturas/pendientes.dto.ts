import { Entero, Instante, Lista, Logico, Texto } from '../../../shared/validacion/fields.ts'

export class PendienteDto {
  @Texto({ descripcion: 'Clave del pendiente.', ejemplo: 'validar' }) clave: string
  @Texto({ descripcion: 'Qué hay que hacer, con su verbo.', ejemplo: 'Validar 3 candidaturas completas' }) texto: string
  @Entero({ descripcion: 'Cuántas candidaturas; o actores políticos, o advertencias, según diga el texto.' }) cuantas: number
  @Instante({ descripcion: 'Vencimiento más próximo.', nulo: true }) venceEn: string | null
  @Logico({ descripcion: 'Si esa hora es la de un comienzo y no la de un vencimiento.', opcional: true }) empieza?: boolean
  @Texto({ descripcion: 'Página de la consola que las muestra.', ejemplo: '/candidaturas?estatusCaptura=completa&estatus=aprobada' })
  enlace: string
}

export class ListPendientesDto {
  @Lista(() => PendienteDto, { descripcion: 'Lo que toca, por lo que vence primero.' }) elementos: PendienteDto[]
}
