import * as CDX from '@cyclonedx/cyclonedx-library'
import { parse } from 'yaml'
import { listInstalled } from './suministro.mjs'

const { Enums, Models, Serialize, Spec, Validation } = CDX

/**
 * The bill of materials of a lockfile, in CycloneDX 1.6: each package with its hash and licence, and what it needs. It depends on what it is made
 * from alone, so that anybody makes the same.
 * @returns its text, how many packages it names, and what its schema refuses (null: nothing)
 */
export async function createSbom({ lockfile, manifest, root }) {
  const { packages, snapshots } = parse(lockfile)
  const licences = new Map(listInstalled(root).map(({ name, version, licencia }) => [`${name}@${version}`, licencia]))
  const bom = new Models.Bom()
  bom.metadata.component = new Models.Component(Enums.ComponentType.Application, manifest.name, {
    version: manifest.version,
    bomRef: manifest.name,
  })
  const components = new Map(Object.entries(packages).map(([id, of]) => [id, toComponent(id, of, licences.get(id))]))
  for (const component of components.values()) {
    bom.components.add(component)
    bom.metadata.component.dependencies.add(component.bomRef)
  }
  for (const [id, { dependencies = {}, optionalDependencies = {} }] of Object.entries(snapshots)) {
    const component = components.get(withoutPeers(id))
    for (const [name, version] of Object.entries({ ...dependencies, ...optionalDependencies })) {
      const needed = components.get(withoutPeers(`${name}@${version}`)) ?? components.get(withoutPeers(version))
      if (component && needed) component.dependencies.add(needed.bomRef)
    }
  }
  const spec = Spec.Spec1dot6
  const text = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(spec)).serialize(bom, { sortLists: true, space: 1 })
  const faults = await new Validation.JsonStrictValidator(spec.version).validate(text)
  return { text: `${text}\n`, faults, components: components.size }
}

function toComponent(id, { resolution }, licencia) {
  const at = id.lastIndexOf('@')
  const [name, version] = [id.slice(0, at), id.slice(at + 1)]
  const [scope, own] = name.startsWith('@') ? name.split('/') : ['', name]
  const component = new Models.Component(Enums.ComponentType.Library, own, {
    group: scope || undefined,
    version,
    bomRef: id,
    purl: `pkg:npm/${scope ? `${encodeURIComponent(scope)}/` : ''}${own}@${version}`,
  })
  component.hashes.set(Enums.HashAlgorithm['SHA-512'], Buffer.from(resolution.integrity.replace('sha512-', ''), 'base64').toString('hex'))
  if (licencia && licencia !== 'none') component.licenses.add(toLicence(licencia))
  return component
}

function toLicence(licencia) {
  return / (OR|AND) /.test(licencia) ? new Models.LicenseExpression(licencia) : new Models.SpdxLicense(licencia)
}

function withoutPeers(id) {
  return id.replace(/\(.*$/, '')
}
