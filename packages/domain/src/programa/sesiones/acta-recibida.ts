/** Warnings on the file that is given as the signed acta; they stop nothing. */
export function advertenciasDeActa({
  sha256,
  impresos,
  otros,
}: {
  sha256: string
  /** Hashes of the files that the system itself printed for the sesión. */
  impresos: ReadonlySet<string>
  /** Papers of the sesión that were given before. */
  otros: readonly { nombre: string; sha256: string }[]
}): string[] {
  const same = otros.find((otro) => otro.sha256 === sha256)
  return [
    ...(impresos.has(sha256) ? ['Este archivo es el que imprimió el sistema: no lleva ninguna firma.'] : []),
    ...(same ? [`Este archivo es el mismo que ya se dio en esta sesión como «${same.nombre}».`] : []),
  ]
}
