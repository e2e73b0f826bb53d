--- :checkhealth attrib-lsp
local M = {}

---@param command string[]
---@return string?
local function version_of(command)
  local ok, done = pcall(function()
    return vim.system({ command[1], '--version' }, { text = true, timeout = 20000 }):wait()
  end)
  return ok and done.code == 0 and vim.trim(done.stdout) or nil
end

local function check_server()
  local command = require('attrib-lsp.client').options().cmd
  local line = table.concat(command, ' ')
  if vim.fn.executable(command[1]) == 0 then
    vim.health.error(('"%s" cannot be run'):format(command[1]), {
      'Install it: “pipx install .” in the folder of attrib-lsp',
      "Or say where it is: vim.g.attrib_lsp = { cmd = { '/path/to/attrib-lsp', 'server' } }",
    })
    return
  end
  local version = version_of(command)
  if version then
    vim.health.ok(('server: %s (%s)'):format(line, version))
  else
    vim.health.warn(('server: %s does not tell its version'):format(line))
  end
end

local function check_clients()
  local client = require('attrib-lsp.client')
  local running = vim.lsp.get_clients({ name = client.NAME })
  if #running == 0 then
    local types = table.concat(client.options().filetypes, ', ')
    vim.health.info('no draft is being checked now; the server starts with the first file of type ' .. types)
  end
  for _, one in ipairs(running) do
    local buffers = vim.lsp.get_buffers_by_client_id(one.id)
    vim.health.ok(
      ('checking %d file%s in %s (positions: %s)'):format(
        #buffers,
        #buffers == 1 and '' or 's',
        one.root_dir or 'no folder',
        one.offset_encoding
      )
    )
  end
end

function M.check()
  vim.health.start('attrib-lsp')
  if vim.fn.has('nvim-0.10') == 0 then
    vim.health.error('Neovim 0.10 or later is needed')
    return
  end
  vim.health.ok('Neovim ' .. tostring(vim.version()) .. (vim.lsp.enable and ', by vim.lsp.enable' or ', by an autocommand'))
  check_server()
  local settings = require('attrib-lsp.client').options().settings
  vim.health.info('settings: ' .. (next(settings) and vim.inspect(settings) or 'none, the defaults hold'))
  check_clients()
end

return M
