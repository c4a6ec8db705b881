import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings } from '@/lib/env'

describe('readSettings', () => {
  it('has defaults, and counts empty texts as unset', () => {
    const defaults = {
      port: 3000,
      host: undefined,
      dataDir: resolve('data'),
      databaseUrl: `file:${resolve('data/miroir.db')}`,
      secrets: { session: undefined, receipt: undefined, admin: undefined, audit: undefined },
      trustedProxies: ['loopback'],
      contribution: {
        receiptDays: 30,
        responseMonths: 24,
        contributionsPerHour: 30,
        withdrawalsPerHour: 20,
        minimumSeconds: 3,
      },
      metrics: { port: undefined, token: undefined },
    }
    expect(readSettings({})).toEqual(defaults)
    const empty = { PORT: '', HOST: '', MIROIR_DATA_DIR: '', DATABASE_URL: '', MIROIR_SESSION_SECRET: '' }
    expect(readSettings(empty)).toEqual(defaults)
  })

  it('takes what is set', () => {
    expect(readSettings({ PORT: '0', HOST: '127.0.0.1' })).toMatchObject({ port: 0, host: '127.0.0.1' })
    expect(readSettings({ PORT: '65535' }).port).toBe(65_535)
    expect(readSettings({ MIROIR_SESSION_SECRET: 'x'.repeat(32) }).secrets.session).toBe('x'.repeat(32))
    expect(readSettings({ MIROIR_RECEIPT_SECRET: 'y'.repeat(32) }).secrets.receipt).toBe('y'.repeat(32))
    expect(readSettings({ MIROIR_ADMIN_SECRET: 'z'.repeat(32) }).secrets.admin).toBe('z'.repeat(32))
    expect(readSettings({ MIROIR_AUDIT_SECRET: 'z'.repeat(32) }).secrets.audit).toBe('z'.repeat(32))
    const proxies = readSettings({ MIROIR_TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,fd00::/8' }).trustedProxies
    expect(proxies).toEqual(['loopback', '10.0.0.0/8', 'fd00::/8'])
    const metrics = { MIROIR_METRICS_PORT: '9100', MIROIR_METRICS_TOKEN: 't'.repeat(32) }
    expect(readSettings(metrics).metrics).toEqual({ port: 9100, token: 't'.repeat(32) })
    expect(readSettings({ MIROIR_CONTRIBUTION_MINIMUM_SECONDS: '0' }).contribution.minimumSeconds).toBe(0)
  })

  it('puts the database into the data folder unless it is named', () => {
    const moved = readSettings({ MIROIR_DATA_DIR: '/srv/miroir' })
    expect(moved).toMatchObject({ dataDir: '/srv/miroir', databaseUrl: 'file:/srv/miroir/miroir.db' })
    const named = readSettings({ MIROIR_DATA_DIR: '/srv/miroir', DATABASE_URL: 'file:/var/lib/m.db' })
    expect(named.databaseUrl).toBe('file:/var/lib/m.db')
  })

  it.each([
    ['file:local.db', resolve('local.db')],
    ['file:./a/../local.db', resolve('local.db')],
    ['file:/srv/m.db', '/srv/m.db'],
    ['file:///srv/m%20b.db', '/srv/m b.db'],
  ])('reads %s', (url, path) => {
    expect(readSettings({ DATABASE_URL: url }).databaseUrl).toBe(`file:${path}`)
  })

  it.each([
    'postgresql://user:p%40ss@db.example:5433/miroir?sslmode=verify-full',
    'postgres://localhost/miroir',
    'postgresql://[::1]:5432/miroir?schema=public',
    'postgresql:///miroir?host=/var/run/postgresql',
  ])('takes %s as it is', (url) => {
    expect(readSettings({ DATABASE_URL: url }).databaseUrl).toBe(url)
  })

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['PORT', '0x10'],
    ['PORT', 'http'],
    ['PORT', ' '],
    ['DATABASE_URL', 'mysql://localhost/miroir'],
    ['DATABASE_URL', 'postgresql:miroir'],
    ['DATABASE_URL', 'postgresql://'],
    ['DATABASE_URL', 'postgresql://localhost'],
    ['DATABASE_URL', 'postgresql://localhost/'],
    ['DATABASE_URL', 'postgresql:///miroir'],
    ['DATABASE_URL', 'postgresql://localhost/miroir/public'],
    ['DATABASE_URL', 'postgresql://user:pa#ss@localhost/miroir'],
    ['DATABASE_URL', 'postgresql://user:p/ss@localhost/miroir'],
    ['DATABASE_URL', 'postgresql://localhost:port/miroir'],
    ['DATABASE_URL', 'postgresql://localhost/miroir?schema=other'],
    ['DATABASE_URL', 'data/miroir.db'],
    ['DATABASE_URL', 'file:'],
    ['DATABASE_URL', 'file:/'],
    ['DATABASE_URL', 'file://server/m.db'],
    ['DATABASE_URL', 'file:m.db?mode=ro'],
    ['MIROIR_URL', 'miroir.example'],
    ['MIROIR_URL', 'ftp://miroir.example'],
    ['MIROIR_URL', 'https:miroir.example'],
    ['MIROIR_URL', 'https:///miroir.example'],
    ['MIROIR_URL', 'https://miroir.example/miroir'],
    ['MIROIR_URL', 'https://miroir.example/fr'],
    ['MIROIR_URL', 'https://miroir.example//'],
    ['MIROIR_URL', 'https://miroir.example\\'],
    ['MIROIR_URL', 'https://miroir.example/?'],
    ['MIROIR_URL', 'https://miroir.example?x=1'],
    ['MIROIR_URL', 'https://miroir.example#x'],
    ['MIROIR_URL', 'https://user@miroir.example'],
    ['MIROIR_URL', 'https://user:hunter2@miroir.example'],
    ['MIROIR_URL', 'https://@miroir.example'],
    ['MIROIR_URL', 'https://miroir.example:port'],
    ['MIROIR_URL', 'https://miroir.example:99999'],
    ['MIROIR_URL', 'https://miroir.example, https://b.example'],
    ['MIROIR_URL', ' https://miroir.example'],
    ['MIROIR_URL', 'https://'],
    ['MIROIR_SESSION_SECRET', 'too short'],
    ['MIROIR_SESSION_SECRET', ' '.repeat(40)],
    ['MIROIR_SESSION_SECRET', `${'x'.repeat(31)} `],
    ['MIROIR_RECEIPT_SECRET', 'too short'],
    ['MIROIR_ADMIN_SECRET', 'too short'],
    ['MIROIR_AUDIT_SECRET', 'too short'],
    ['MIROIR_TRUSTED_PROXIES', 'everyone'],
    ['MIROIR_RECEIPT_DAYS', '31'],
    ['MIROIR_RECEIPT_DAYS', '6'],
    ['MIROIR_RESPONSE_MONTHS', '25'],
    ['MIROIR_RESPONSE_MONTHS', '0'],
    ['MIROIR_CONTRIBUTIONS_PER_HOUR', '0'],
    ['MIROIR_WITHDRAWALS_PER_HOUR', 'many'],
    ['MIROIR_CONTRIBUTION_MINIMUM_SECONDS', '61'],
  ])('refuses %s=%s in one sentence', (name, value) => {
    const refused = expect.objectContaining({
      name: 'SettingError',
      message: expect.stringMatching(new RegExp(`^${name} must [^\n]+\\.$`)),
    })
    expect(() => readSettings({ [name]: value })).toThrow(refused)
  })

  it.each([
    ['https://miroir.example', 'https://miroir.example'],
    ['https://miroir.example/', 'https://miroir.example'],
    ['HTTPS://Miroir.Example:443/', 'https://miroir.example'],
    ['http://192.168.1.5:3000', 'http://192.168.1.5:3000'],
    ['https://[2001:DB8::1]:8443', 'https://[2001:db8::1]:8443'],
  ])('takes MIROIR_URL=%s as %s', (url, publicUrl) => {
    expect(readSettings({ MIROIR_URL: url }).publicUrl).toBe(publicUrl)
  })

  it('does not repeat a secret that it refuses', () => {
    expect(() => readSettings({ MIROIR_SESSION_SECRET: 'hunter2' })).not.toThrow('hunter2')
    const urls = ['mysql://u:hunter2@h/db', 'postgresql://u:hunter2@h', 'postgresql://u:hunter2#@h/db']
    for (const DATABASE_URL of urls) {
      expect(() => readSettings({ DATABASE_URL })).toThrow(/^DATABASE_URL must/)
      expect(() => readSettings({ DATABASE_URL })).not.toThrow(/hunter2/)
    }
  })
})
