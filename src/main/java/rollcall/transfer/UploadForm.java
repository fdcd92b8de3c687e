package rollcall.transfer;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The file somebody chose; null or empty when they chose none. */
public record UploadForm(@Nullable MultipartFile file) {

    public static final UploadForm BLANK = new UploadForm(null);

    public boolean blank() {
        return file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isBlank();
    }
}
