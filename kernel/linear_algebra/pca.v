(** The equations of linear-algebra/pca, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** two-judges-sum: 5a1eb286bfa39664 *)
Theorem two_judges_sum
    (R : comUnitRingType) :
  (@rows R 5 2 [:: [:: 4%:R; 3%:R]; [:: (- 1); 3%:R]; [:: 0; 0]; [:: (- 3%:R); (- 1)]; [:: 0; (- 5%:R)]]) = (((@rows R 5 1 [:: [:: 2%:R]; [:: 1]; [:: 0]; [:: (- 1)]; [:: (- 2%:R)]]) *m (@rows R 1 2 [:: [:: 1; 2%:R]])) + ((@rows R 5 1 [:: [:: 1]; [:: (- 1)]; [:: 0]; [:: (- 1)]; [:: 1]]) *m (@rows R 1 2 [:: [:: 2%:R; (- 1)]]))).
Proof. prove. Qed.

(** projected-variance: 8057844047f48958 *)
Theorem projected_variance
    (R : comUnitRingType)
    (n d : nat)
    (z : 'cV[R]_n)
    (X : 'M[R]_(n, d))
    (u : 'cV[R]_d)
    (S : 'M[R]_d)
    (X_c : 'M[R]_(n, d))
    (m : 'cV[R]_d)
    (unit : ((n%:R + (- 1)) : R) \is a GRing.unit)
    (z_is : z = (X *m u))
    (unit_2 : (n%:R : R) \is a GRing.unit)
    (m_is : m = (n%:R^-1 *: (X^T *m (const_mx 1 : 'cV[R]_n))))
    (X_c_is : X_c = (X + (- ((const_mx 1 : 'cV[R]_n) *m m^T))))
    (S_is : S = ((n%:R + (- 1))^-1 *: (X_c^T *m X_c))) :
  ((n%:R + (- 1))^-1 * (sqn (((- n%:R^-1) *: ((const_mx 1 : 'M[R]_n) *m z)) + z))) = (dot u (S *m u)) :> R.
Proof. prove. Qed.

(** pca-lagrangian: 0804678d89d47cac *)
Theorem pca_lagrangian
    (R : comUnitRingType)
    (d n : nat)
    (eps : R)
    (u : 'cV[R]_d)
    (d_u : 'cV[R]_d)
    (lambda : R)
    (S : 'M[R]_d)
    (X_c : 'M[R]_(n, d))
    (small : eps * eps = 0)
    (unit : ((n%:R + (- 1)) : R) \is a GRing.unit)
    (S_is : S = ((n%:R + (- 1))^-1 *: (X_c^T *m X_c))) :
  (((n%:R + (- 1))^-1 * (sqn (X_c *m (u + eps *: d_u)))) + (- (lambda * ((dot (u + eps *: d_u) (u + eps *: d_u)) + (- 1))))) = (((n%:R + (- 1))^-1 * (sqn (X_c *m u))) + (- (lambda * ((dot u u) + (- 1))))) + eps * dot (((- (2%:R * lambda)) *: u) + (2%:R *: (S *m u))) d_u.
Proof. prove. Qed.

(** reconstruction-error-and-variance, line 1: ec932d83c9aafe80 *)
Theorem reconstruction_error_and_variance_line_1
    (R : comUnitRingType)
    (d k n : nat)
    (W : 'M[R]_(d, k))
    (X_c : 'M[R]_(n, d))
    (orthonormal : W^T *m W = 1%:M) :
  (sqn (X_c + (- (X_c *m W *m W^T)))) = ((sqn X_c) + (- (sqn (X_c *m W)))) :> R.
Proof. prove. Qed.

(** reconstruction-error-and-variance, line 2: c28932f04eac6e6a *)
Theorem reconstruction_error_and_variance_line_2
    (R : comUnitRingType)
    (d k n : nat)
    (W : 'M[R]_(d, k))
    (X_c : 'M[R]_(n, d))
    (S : 'M[R]_d)
    (orthonormal : W^T *m W = 1%:M)
    (unit : ((n%:R + (- 1)) : R) \is a GRing.unit)
    (S_is : S = ((n%:R + (- 1))^-1 *: (X_c^T *m X_c))) :
  ((sqn X_c) + (- (sqn (X_c *m W)))) = ((n%:R + (- 1)) * ((\tr S) + (- (\tr (W^T *m S *m W))))) :> R.
Proof. prove. Qed.

(** variance-as-weighted-average: 733513803da30b2a *)
Theorem variance_as_weighted_average
    (R : comUnitRingType)
    (d k : nat)
    (W : 'M[R]_(d, k))
    (S : 'M[R]_d)
    (V : 'M[R]_d)
    (lambda : 'I_d -> R)
    (S_is : S = (\sum_(j < d) ((lambda j) *: ((col j V) *m (col j V)^T)))) :
  (\tr (W^T *m S *m W)) = (\sum_(j_2 < d) ((lambda j_2) * (sqn (W^T *m (col j_2 V))))) :> R.
Proof. prove. Qed.

(** pca-by-svd: 73582c95992c9806 *)
Theorem pca_by_svd
    (R : comUnitRingType)
    (n r d : nat)
    (U : 'M[R]_(n, r))
    (V : 'M[R]_(d, r))
    (S : 'M[R]_d)
    (X_c : 'M[R]_(n, d))
    (sigma : 'cV[R]_r)
    (j : 'I_r)
    (orthonormal : U^T *m U = 1%:M)
    (orthonormal_2 : V^T *m V = 1%:M)
    (X_c_is : X_c = (U *m (diag sigma) *m V^T))
    (unit : ((n%:R + (- 1)) : R) \is a GRing.unit)
    (S_is : S = ((n%:R + (- 1))^-1 *: (X_c^T *m X_c))) :
  (S *m (col j V)) = (((n%:R + (- 1))^-1 * ((sigma j 0) ^+ 2)) *: (col j V)).
Proof. prove. Qed.

(** pca-scores: 32631d89bfb1109b *)
Theorem pca_scores
    (R : comUnitRingType)
    (d r n : nat)
    (V : 'M[R]_(d, r))
    (X_c : 'M[R]_(n, d))
    (U : 'M[R]_(n, r))
    (sigma : 'cV[R]_r)
    (orthonormal : V^T *m V = 1%:M)
    (X_c_is : X_c = (U *m (diag sigma) *m V^T)) :
  (X_c *m V) = (U *m (diag sigma)).
Proof. prove. Qed.

(** scores-are-uncorrelated: f21c3f7e57b0cbc2 *)
Theorem scores_are_uncorrelated
    (R : comUnitRingType)
    (n r d : nat)
    (U : 'M[R]_(n, r))
    (V : 'M[R]_(d, r))
    (T : 'M[R]_(n, r))
    (X_c : 'M[R]_(n, d))
    (sigma : 'cV[R]_r)
    (orthonormal : U^T *m U = 1%:M)
    (orthonormal_2 : V^T *m V = 1%:M)
    (X_c_is : X_c = (U *m (diag sigma) *m V^T))
    (T_is : T = (X_c *m V))
    (unit : ((n%:R + (- 1)) : R) \is a GRing.unit) :
  ((n%:R + (- 1))^-1 *: (T^T *m T)) = ((n%:R + (- 1))^-1 *: ((diag sigma) *m (diag sigma))).
Proof. prove. Qed.

(** hotelling-deflation: 746b45609da0a6de *)
Theorem hotelling_deflation
    (R : comUnitRingType)
    (d : nat)
    (V : 'M[R]_d)
    (lambda : 'I_d -> R)
    (S : 'M[R]_d)
    (m : 'I_d)
    (j_2 : 'I_d)
    (orthonormal : V^T *m V = 1%:M)
    (orthonormal_2 : V *m V^T = 1%:M)
    (S_is : S = (\sum_(j < d) ((lambda j) *: ((col j V) *m (col j V)^T)))) :
  ((((- (lambda m)) *: ((col m V) *m (col m V)^T)) + S) *m (col j_2 V)) = (((1 + (- (j_2 == m)%:R)) * (lambda j_2)) *: (col j_2 V)).
Proof. prove. Qed.

(** scaled-covariance: d440ca988b97d52e *)
Theorem scaled_covariance
    (R : comUnitRingType)
    (n k d : nat)
    (Y_c : 'M[R]_(n, k))
    (Y : 'M[R]_(n, k))
    (X : 'M[R]_(n, d))
    (A : 'M[R]_(d, k))
    (b : 'cV[R]_k)
    (S : 'M[R]_d)
    (X_c : 'M[R]_(n, d))
    (m : 'cV[R]_d)
    (Y_is : Y = ((X *m A) + ((const_mx 1 : 'cV[R]_n) *m b^T)))
    (unit : (n%:R : R) \is a GRing.unit)
    (Y_c_is : Y_c = (((- n%:R^-1) *: ((const_mx 1 : 'M[R]_n) *m Y)) + Y))
    (unit_2 : ((n%:R + (- 1)) : R) \is a GRing.unit)
    (m_is : m = (n%:R^-1 *: (X^T *m (const_mx 1 : 'cV[R]_n))))
    (X_c_is : X_c = (X + (- ((const_mx 1 : 'cV[R]_n) *m m^T))))
    (S_is : S = ((n%:R + (- 1))^-1 *: (X_c^T *m X_c))) :
  ((n%:R + (- 1))^-1 *: (Y_c^T *m Y_c)) = (A^T *m S *m A).
Proof. prove. Qed.

(** second-moment-and-mean: 4546a0aa9095e21e *)
Theorem second_moment_and_mean
    (R : comUnitRingType)
    (n d : nat)
    (X : 'M[R]_(n, d))
    (S : 'M[R]_d)
    (X_c : 'M[R]_(n, d))
    (m : 'cV[R]_d)
    (unit : (n%:R : R) \is a GRing.unit)
    (m_is : m = (n%:R^-1 *: (X^T *m (const_mx 1 : 'cV[R]_n))))
    (X_c_is : X_c = (X + (- ((const_mx 1 : 'cV[R]_n) *m m^T))))
    (unit_2 : ((n%:R + (- 1)) : R) \is a GRing.unit)
    (S_is : S = ((n%:R + (- 1))^-1 *: (X_c^T *m X_c))) :
  (X^T *m X) = (((n%:R + (- 1)) *: S) + (n%:R *: (m *m m^T))).
Proof. prove. Qed.

Print Assumptions two_judges_sum.
Print Assumptions projected_variance.
Print Assumptions pca_lagrangian.
Print Assumptions reconstruction_error_and_variance_line_1.
Print Assumptions reconstruction_error_and_variance_line_2.
Print Assumptions variance_as_weighted_average.
Print Assumptions pca_by_svd.
Print Assumptions pca_scores.
Print Assumptions scores_are_uncorrelated.
Print Assumptions hotelling_deflation.
Print Assumptions scaled_covariance.
Print Assumptions second_moment_and_mean.
