import { redOf } from './red.ts'

it.each([
  ['203.0.113.9', '203.0.113'],
  ['::ffff:203.0.113.200', '203.0.113'],
  ['2001:db8:abcd:12::1', '2001:db8:abcd'],
  ['2001:0DB8:abcd:9999:1:2:3:4', '2001:db8:abcd'],
  ['2001:db8::1', '2001:db8:0'],
  ['::1', '0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0'],
])('takes %s for network %s', (address, red) => {
  expect(redOf(address)).toBe(red)
})
